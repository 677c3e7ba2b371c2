import { expect, test } from 'playwright/test'
import { CHANNEL_NAMES, contract } from '../../common/ipc/contract'
import { createHousehold } from '../support/household'
import { type LaunchedApp, launchApp, projectRoot, removeDataFolder } from '../support/launch-app'

let app: LaunchedApp

test.beforeAll(async () => {
  app = await launchApp()
})
test.afterAll(async () => {
  await app.quit()
  removeDataFolder(app.dataFolder)
})

test.describe('a page', () => {
  test('runs sandboxed, isolated and without Node', async () => {
    const preferences = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => {
        // True in every Electron so far; its type definitions leave this method out.
        const contents = window.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
        return contents.getLastWebPreferences()
      }),
    )
    expect(preferences.length).toBeGreaterThan(0)
    for (const preference of preferences) {
      expect(preference).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      })
    }
    const leaks = await app.console.evaluate(() =>
      ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
    )
    expect(leaks).toEqual([])
  })

  test('comes from our own scheme with a policy that denies by default', async () => {
    expect(app.console.url()).toMatch(/^wonder:\/\/app\/console\/index\.html/)
    const headers = await app.console.evaluate(async () => {
      const answer = await fetch('wonder://app/console/index.html')
      return Object.fromEntries(answer.headers)
    })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(headers['content-security-policy']).not.toContain('unsafe-eval')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('cannot run an inline script, eval or a remote script', async () => {
    const ran = await app.console.evaluate(async () => {
      const attempts: Record<string, boolean> = { inline: false, evaluated: false, remote: false }
      Object.assign(window, { attempts })
      const insert = (fill: (script: HTMLScriptElement) => void): void => {
        try {
          const script = document.createElement('script')
          fill(script)
          document.body.append(script)
        } catch {
          // Trusted Types refuse by throwing; that is a refusal too.
        }
      }
      insert((script) => { script.text = 'window.attempts.inline = true' })
      insert((script) => { script.src = 'data:text/javascript,window.attempts.remote=true' })
      // From a timer: what the test's driver runs itself is exempt from the policy.
      setTimeout(() => {
        try {
          attempts['evaluated'] = new Function('return true')() as boolean // true: the text says so
        } catch {
          attempts['evaluated'] = false
        }
      }, 0)
      await new Promise((resolve) => setTimeout(resolve, 300))
      return attempts
    })
    expect(ran).toEqual({ inline: false, evaluated: false, remote: false })
  })

  test.describe('gets no file outside the pages', () => {
    for (const address of [
      'wonder://app/../package.json',
      'wonder://app/%2e%2e/%2e%2e/package.json',
      'wonder://app/..%2f..%2fpackage.json',
      'wonder://app/..%5c..%5cpackage.json',
      'wonder://app/console/%252e%252e/%252e%252e/package.json',
      'wonder://app//etc/passwd',
      'wonder://app/../main/main.cjs',
    ]) {
      test(address, async () => {
        const status = await app.console.evaluate(async (url) => (await fetch(url)).status, address)
        expect(status).toBe(404)
      })
    }

    for (const address of ['file:///etc/passwd', 'http://127.0.0.1:1/', 'https://example.com/', 'wonder://other/console/index.html']) {
      test(address, async () => {
        const result = await app.console.evaluate((url) => fetch(url).then((answer) => `status ${answer.status}`, () => 'refused'), address)
        expect(result).toBe('refused')
      })
    }
  })

  test.describe('cannot go elsewhere by itself:', () => {
    for (const address of [
      'https://example.com/',
      'http://127.0.0.1:1/',
      'file:///etc/passwd',
      'data:text/html,<h1>x</h1>',
      'blob:wonder://app/x',
      'wonder://app/kiosk/index.html',
      'wonder://evil/console/index.html',
      'mailto:someone@example.com',
    ]) {
      test(address, async () => {
        const before = app.console.url()
        await app.console.evaluate((url) => {
          const link = document.createElement('a')
          link.href = url
          document.body.append(link)
          link.click()
          link.remove()
        }, address)
        await app.console.waitForTimeout(200)
        expect(app.console.url()).toBe(before)
      })
    }
  })

  test.describe('cannot open a window on', () => {
    for (const address of ['https://example.com/', 'file:///etc/passwd', 'about:blank', 'wonder://app/console/index.html', 'data:text/html,x']) {
      test(address, async () => {
        const before = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
        expect(await app.console.evaluate((url) => window.open(url, 'named') === null, address)).toBe(true)
        expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(before)
      })
    }
  })

  test('cannot hold a frame of another page', async () => {
    const reached = await app.console.evaluate(async () => {
      const frame = document.createElement('iframe')
      frame.src = 'wonder://app/console/index.html'
      document.body.append(frame)
      await new Promise((resolve) => setTimeout(resolve, 500))
      let bridge = false
      try {
        bridge = 'wonder' in (frame.contentWindow ?? {})
      } catch {
        bridge = false
      }
      frame.remove()
      return bridge
    })
    expect(reached).toBe(false)
  })
})

test.describe('permissions are denied', () => {
  test('in the console', async () => {
    const answers = await app.console.evaluate(async () => {
      const name = (promise: Promise<unknown>) => promise.then(() => 'granted', (error: unknown) => (error instanceof Error ? error.name : 'refused'))
      return {
        microphone: await name(navigator.mediaDevices.getUserMedia({ audio: true })),
        camera: await name(navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await name(navigator.mediaDevices.getDisplayMedia()),
        notification: await Notification.requestPermission(),
        place: await new Promise<string>((resolve) => {
          navigator.geolocation.getCurrentPosition(() => { resolve('granted') }, () => { resolve('refused') })
        }),
        clipboard: await name(navigator.clipboard.readText()),
        midi: await name(navigator.requestMIDIAccess()),
      }
    })
    expect(Object.values(answers)).not.toContain('granted')
  })

  test('in a session that somebody adds later', async () => {
    const answer = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { partition: 'later', sandbox: true } })
      await window.loadURL('data:text/html,<title>later</title>')
      const result = (await window.webContents.executeJavaScript(
        'Notification.requestPermission()',
      )) as string // true: the API answers a word
      window.destroy()
      return result
    })
    expect(answer).toBe('denied')
  })
})

test.describe('the bridge', () => {
  test('holds the console’s calls as plain functions and nothing else', async () => {
    const shape = await app.console.evaluate(() => ({
      top: Object.keys(window.wonder).sort(),
      calls: Object.keys(window.wonder.calls).sort(),
      kinds: [...new Set(Object.values(window.wonder.calls).map((call) => typeof call))],
    }))
    const expected = CHANNEL_NAMES.filter((name) => (contract[name].windows as readonly string[]).includes('console'))
    expect(shape).toEqual({ top: ['calls', 'events', 'kind'], calls: [...expected].sort(), kinds: ['function'] })
  })

  for (const address of ['about:blank', 'data:text/html,x', 'wonder://app/kiosk/index.html']) {
    test(`gives a window nobody listed nothing, on ${address}`, async () => {
      const answer = await app.electron.evaluate(
        async ({ BrowserWindow }, { url, preload }) => {
          const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } })
          await window.loadURL(url)
          const result = (await window.webContents.executeJavaScript("window.wonder.calls['app.state']()")) as {
            ok: boolean
            error?: { code: string }
          } // true: every call answers a Result
          window.destroy()
          return result
        },
        { url: address, preload: `${projectRoot}dist/preload/console.cjs` },
      )
      expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden-sender' } })
    })
  }

  test('refuses what needs a role while nobody is signed in, and records the refusal', async () => {
    const own = await launchApp()
    const before = await own.console.evaluate(() => window.wonder.calls['data.backUpNow']())
    expect(before).toMatchObject({ ok: false, error: { code: 'forbidden-role' } })

    await createHousehold(own.console, { consent: false })
    await own.console.evaluate((input) => window.wonder.calls['settings.update'](input as never), { idleLockMinutes: 'soon' }) // the wrong type is the point
    const entries = await own.console.evaluate(() => window.wonder.calls['audit.recent']({ limit: 500 }))
    const refusals = entries.ok ? entries.value.filter(({ action }) => action === 'call.refused') : []
    expect(refusals.map(({ detail }) => detail)).toEqual([
      { channel: 'settings.update', code: 'invalid-input' },
      { channel: 'data.backUpNow', code: 'forbidden-role' },
    ])
    await own.quit()
    removeDataFolder(own.dataFolder)
  })

  test('of the kiosk cannot reach the console’s channels', async () => {
    const own = await launchApp()
    await createHousehold(own.console, { consent: false })
    const kioskPage = own.electron.waitForEvent('window')
    const opened = await own.console.evaluate(() => window.wonder.calls['kiosk.open']())
    expect(opened).toMatchObject({ ok: true })
    const kiosk = await kioskPage
    await kiosk.waitForURL(/wonder:\/\/app\/kiosk\//)
    const shape = await kiosk.evaluate(() => Object.keys(window.wonder.calls).sort())
    expect(shape).toEqual(['kiosk.requestExit', 'listening.pause', 'listening.status'])
    const consoleAnswer = await own.console.evaluate(() => window.wonder.calls['children.list']({ includeArchived: false }))
    expect(consoleAnswer).toMatchObject({ ok: false, error: { code: 'forbidden-sender' } })
    await own.quit()
    removeDataFolder(own.dataFolder)
  })
})

test('a second copy ends at once and leaves the first alone', async () => {
  const second = await launchApp({ dataFolder: app.dataFolder }).then(
    async (copy) => {
      await copy.kill()
      return 'started'
    },
    () => 'ended',
  )
  expect(second).toBe('ended')
  expect(await app.electron.evaluate(({ app: electronApp }) => electronApp.isReady())).toBe(true)
})
