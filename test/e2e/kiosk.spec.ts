import { expect, test } from 'playwright/test'
import { createHousehold, PASSWORD } from '../support/household'
import { type LaunchedApp, launchApp, removeDataFolder } from '../support/launch-app'
import { SignIn } from '../support/pages/doors'
import { Kiosk, KioskExit } from '../support/pages/kiosk'
import { Shell } from '../support/pages/shell'
import { kioskText, text } from '../support/pages/texts'
import { hasRealKeys, pressKeys } from '../support/real-keys'

/** Longer than the two seconds that the parents' door asks for. */
const LONG_PRESS_MS = 2_600
const SHORT_PRESS_MS = 900

let app: LaunchedApp
let kiosk: Kiosk

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  app = await launchApp()
  await createHousehold(app.console, { consent: true })
})
test.afterAll(async () => {
  await app.quit()
  removeDataFolder(app.dataFolder)
})

interface WindowFacts {
  readonly url: string
  readonly fullScreen: boolean
  readonly visible: boolean
  readonly focused: boolean
}

async function windows(): Promise<readonly WindowFacts[]> {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      url: window.webContents.getURL(),
      fullScreen: window.isFullScreen() || window.isKiosk(),
      visible: window.isVisible(),
      focused: window.isFocused(),
    })),
  )
}
const kioskWindow = async () => (await windows()).find(({ url }) => url.includes('/kiosk/'))
const exitWindows = async () => (await windows()).filter(({ url }) => url.includes('kiosk-exit')).length
const stage = () =>
  app.console.evaluate(async () => {
    const state = await window.wonder.calls['app.state']()
    return state.ok ? state.value.stage : state.error.code
  })

async function isListening(): Promise<boolean> {
  const status = await app.console.evaluate(() => window.wonder.calls['listening.status']())
  return status.ok && status.value.state === 'listening'
}

test('handing over fills the screen, hides the console and signs the adult out', async () => {
  await expect.poll(isListening, { timeout: 30_000 }).toBe(true)
  kiosk = await Kiosk.openedBy(app, () => new Shell(app.console).handOver())
  await expect.poll(kioskWindow).toMatchObject({ fullScreen: true, visible: true })
  await expect.poll(async () => (await windows()).find(({ url }) => url.includes('/console/'))?.visible).toBe(false)
  expect(await stage()).toBe('signed-out')
  await expect(kiosk.page.getByRole('heading', { name: kioskText('resting') })).toBeVisible()
  // Listening goes on, and the child's place says so.
  await expect(kiosk.nest('listening')).toBeVisible()
})

test('no key of the keyboard leads out of it', async () => {
  test.skip(!hasRealKeys(), 'xdotool is not installed')
  await expect.poll(async () => (await kioskWindow())?.focused).toBe(true)
  await kiosk.page.evaluate(() => {
    const { dataset } = document.documentElement
    dataset['mark'] = 'the same page'
    window.addEventListener('keydown', ({ key }) => { dataset['lastKey'] = key })
  })
  // The keys do arrive at the child's window: a letter, which means nothing there, is seen.
  pressKeys('k')
  await expect(kiosk.page.locator('html')).toHaveAttribute('data-last-key', 'k')
  for (const key of ['ctrl+w', 'ctrl+r', 'ctrl+shift+r', 'F5', 'F11', 'F12', 'ctrl+shift+i', 'ctrl+p', 'ctrl+plus', 'ctrl+q', 'alt+F4', 'alt+Left', 'Escape', 'super']) {
    pressKeys(key)
    await kiosk.page.waitForTimeout(120)
    expect(await kioskWindow(), `after ${key}`).toMatchObject({ fullScreen: true, visible: true })
  }
  await kiosk.page.waitForTimeout(500)
  // Neither closed nor loaded again nor left, and nothing opened beside it.
  await expect(kiosk.page.locator('html')).toHaveAttribute('data-mark', 'the same page')
  expect((await windows()).filter(({ visible }) => visible)).toHaveLength(1)
  const view = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().includes('/kiosk/'))?.webContents
    return { devTools: contents?.isDevToolsOpened(), zoom: contents?.getZoomFactor() }
  })
  expect(view).toEqual({ devTools: false, zoom: 1 })
})

test('a tap on the nest pauses listening; a grown-up starts it again', async () => {
  await kiosk.nest('listening').click()
  await expect(kiosk.nest('paused')).toBeVisible()
  await expect(kiosk.page.getByText(kioskText('answer.paused'))).toBeVisible()
  expect(await isListening()).toBe(false)
  await kiosk.nest('paused').click()
  await kiosk.page.waitForTimeout(500)
  expect(await isListening()).toBe(false)
})

test('the parents’ door opens to a long press or a held key, not to a tap', async () => {
  await kiosk.press(SHORT_PRESS_MS)
  await kiosk.page.waitForTimeout(LONG_PRESS_MS - SHORT_PRESS_MS)
  expect(await exitWindows()).toBe(0)
  const byMouse = await KioskExit.openedBy(app, () => kiosk.press(LONG_PRESS_MS))
  expect(await exitWindows()).toBe(1)
  await byMouse.cancel().catch(() => undefined)
  await expect.poll(exitWindows).toBe(0)

  const byKey = await KioskExit.openedBy(app, () => kiosk.holdKey('Enter', LONG_PRESS_MS))
  await byKey.page.keyboard.press('Escape').catch(() => undefined)
  await expect.poll(exitWindows).toBe(0)
  expect(await kioskWindow()).toMatchObject({ fullScreen: true, visible: true })
})

test('a wrong password leaves the child’s place as it is, the right one ends it', async () => {
  const exit = await KioskExit.openedBy(app, () => kiosk.press(LONG_PRESS_MS))
  await exit.leave('not the password')
  await expect(exit.error).toContainText(text('errors:wrong-password.what'))
  expect(await kioskWindow()).toMatchObject({ fullScreen: true, visible: true })

  await exit.leave(PASSWORD)
  await expect.poll(kioskWindow).toBeUndefined()
  await expect.poll(exitWindows).toBe(0)
  await expect.poll(async () => (await windows()).find(({ url }) => url.includes('/console/'))?.visible).toBe(true)
  // Whoever knows the password left the child's place; the console still asks who is there.
  await expect(new SignIn(app.console).title).toBeVisible()
  expect(await stage()).toBe('signed-out')
})
