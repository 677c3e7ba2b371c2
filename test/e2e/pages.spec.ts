import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'playwright/test'
import type { Language } from '../../common/household'
import { DEMO_PASSWORD, makeDemoFamily } from '../../tools/demo/demo-family'
import { axeFindings } from '../support/axe'
import { PASSWORD } from '../support/household'
import { type LaunchedApp, launchApp, removeDataFolder } from '../support/launch-app'
import { untranslated } from '../support/page-texts'
import { FirstRun } from '../support/pages/first-run'
import { Kiosk } from '../support/pages/kiosk'
import { text } from '../support/pages/texts'
import { Today } from '../support/pages/today'
import { walkWithTab } from '../support/keyboard'

/** Errors that pages of the current app told, by window. */
let errors: string[]

function watch(app: LaunchedApp): void {
  errors = []
  const listen = (page: Page) => {
    page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') errors.push(`${page.url()}: ${message.text()}`)
    })
  }
  for (const page of app.electron.windows()) listen(page)
  app.electron.on('window', listen)
}

/** Looks at a page in both faces as it stands. */
async function inspect(page: Page, name: string, language: Language): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    if (page.url().includes('/console/')) await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    // Colours move to their new values; what is between two faces is neither.
    await page.waitForTimeout(250)
    expect.soft(await axeFindings(page), `${name}, ${colorScheme}, ${language}`).toEqual([])
  }
  await expect.soft(page.locator('html'), name).toHaveAttribute('lang', language)
  expect.soft(await untranslated(page, language), `${name}, ${language}`).toEqual([])
}

async function setLanguage(page: Page, language: Language): Promise<void> {
  const changed = await page.evaluate((to) => window.wonder.calls['settings.update']({ language: to }), language)
  expect(changed).toMatchObject({ ok: true })
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

test('the first run, in both faces and languages', async () => {
  test.setTimeout(120_000)
  const app = await launchApp()
  const page = app.console
  watch(app)
  const firstRun = new FirstRun(page)
  const inBoth = async (step: 'code' | 'child' | 'consent') => {
    await firstRun.title(step).waitFor()
    for (const language of ['es', 'en'] as const) {
      await setLanguage(page, language)
      await inspect(page, `first run, ${step}`, language)
    }
  }
  await firstRun.title('welcome').waitFor()
  await page.getByRole('radio', { name: 'Español' }).click()
  await inspect(page, 'first run, welcome', 'es')
  await page.getByRole('button', { name: text('first-run:welcome.begin', {}, 'es') }).click()
  await inspect(page, 'first run, household', 'es')
  await page.reload()
  await page.getByRole('radio', { name: 'English' }).click()
  await inspect(page, 'first run, welcome', 'en')
  await firstRun.begin()
  await firstRun.createHousehold()
  await firstRun.error.first().waitFor()
  await inspect(page, 'first run, household with mistakes', 'en')
  await firstRun.fillHousehold({ household: 'Home', owner: 'Ana', password: PASSWORD })
  await firstRun.createHousehold()
  await inBoth('code')
  await firstRun.confirmCode((await firstRun.codeGroups()).at(-1) ?? '')
  await inBoth('child')
  await firstRun.addChild({ name: 'Mia', year: '2023', month: 5 })
  await inBoth('consent')
  expect(errors).toEqual([])
  await app.quit()
  removeDataFolder(app.dataFolder)
})

test.describe('a household with ten weeks of talk', () => {
  let app: LaunchedApp
  let childId: string

  test.describe.configure({ mode: 'serial' })
  test.beforeAll(async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'wondernest-data-'))
    childId = (await makeDemoFamily(dataFolder)).childId
    app = await launchApp({ dataFolder })
    watch(app)
    await app.electron.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800) })
  })
  test.afterAll(async () => {
    await app.quit()
    removeDataFolder(app.dataFolder)
  })

  const go = async (route: string, language: Language, title: string) => {
    await app.console.evaluate((to) => { location.hash = to }, route)
    await expect(app.console.getByRole('heading', { level: 1 })).toHaveText(text(title, {}, language))
    await expect(app.console.locator('[aria-busy="true"]')).toHaveCount(0)
  }

  /** Yesterday, which the made-up family has talked through; from another page, so that the day begins at today. */
  const goToADay = async (language: Language) => {
    await go('/settings', language, 'settings:title')
    await go('/', language, 'today:title')
    await app.console.getByRole('button', { name: text('today:previousDay', {}, language) }).click()
    await app.console.locator('[data-part="sentence"]').waitFor()
  }

  test('its door', async () => {
    await app.console.getByRole('heading', { level: 1 }).waitFor()
    await inspect(app.console, 'sign-in', 'en')
    await app.console.getByLabel(text('sign-in:password'), { exact: true }).fill('not the password')
    await app.console.getByRole('button', { name: text('sign-in:signIn') }).click()
    await app.console.getByRole('alert').waitFor()
    await inspect(app.console, 'sign-in after a mistake', 'en')
    await app.console.getByLabel(text('sign-in:password'), { exact: true }).fill(DEMO_PASSWORD)
    await app.console.getByRole('button', { name: text('sign-in:signIn') }).click()
    await expect(app.console.getByRole('heading', { level: 1 })).toHaveText(text('today:title'))
    // The settings list the backups, so there is one to be listed.
    expect(await app.console.evaluate(() => window.wonder.calls['data.backUpNow']())).toMatchObject({ ok: true })
  })

  for (const language of ['es', 'en'] as const) {
    test(`its pages in ${language}`, async () => {
      test.setTimeout(180_000)
      const page = app.console
      await setLanguage(page, language)
      await go('/', language, 'today:title')
      await inspect(page, 'today, before anything was heard', language)
      await goToADay(language)
      await inspect(page, 'a day', language)
      await page.getByRole('button', { name: text('speech:view.table', {}, language) }).first().click()
      await inspect(page, 'a day as table', language)
      await page.getByRole('button', { name: text('speech:how.open', {}, language) }).click()
      await page.getByRole('dialog').waitFor()
      await inspect(page, 'how it is counted', language)
      await page.keyboard.press('Escape')
      await go('/language', language, 'language:title')
      await inspect(page, 'language', language)
      const asTable = page.getByRole('button', { name: text('speech:view.table', {}, language) })
      while ((await asTable.count()) > 0) await asTable.first().click()
      await inspect(page, 'language as tables', language)
      await go('/children', language, 'children:title')
      await inspect(page, 'children', language)
      await go('/settings', language, 'settings:title')
      await page.getByText(text('settings:data.backups', {}, language), { exact: true }).first().waitFor()
      await inspect(page, 'settings', language)
      await page.evaluate(async (id) => {
        const today = await window.wonder.calls['speech.day']({ childId: id, localDay: null })
        if (!today.ok) throw new Error(today.error.code)
        const localDay = new Date(Date.parse(today.value.localDay) - 86_400_000).toISOString().slice(0, 10)
        location.hash = `/report/day?childId=${id}&localDay=${localDay}`
      }, childId)
      await expect(page.locator('html')).toHaveAttribute('data-ready', 'true')
      await expect(page.getByRole('table').first()).toBeVisible()
      // The sheet cuts off what has no room: it has to be none of a full day.
      const sheet = await page.locator('.day-report').evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
      expect.soft(sheet, `report, ${language}`).toBeLessThanOrEqual(0)
      await inspect(page, 'report of a day', language)
      await go('/', language, 'today:title')
      expect(errors).toEqual([])
    })

    test(`the child’s place in ${language}`, async () => {
      const page = app.console
      await setLanguage(page, language)
      const kiosk = await Kiosk.openedBy(app, async () => {
        expect(await page.evaluate(() => window.wonder.calls['kiosk.open']())).toMatchObject({ ok: true })
      })
      await inspect(kiosk.page, 'kiosk', language)
      const exit = app.electron.waitForEvent('window')
      // The door itself is tried in its own spec; here only its window's looks matter.
      await kiosk.page.getByRole('main').getByRole('button').first().focus()
      await kiosk.page.keyboard.down('Enter')
      const exitPage = await exit
      await exitPage.getByRole('heading', { level: 1 }).waitFor()
      await inspect(exitPage, 'kiosk exit', language)
      await exitPage.locator('input').fill(DEMO_PASSWORD)
      await exitPage.keyboard.press('Enter').catch(() => undefined)
      await expect.poll(() => app.electron.windows().length).toBe(1)
      const signedIn = await page.evaluate(async (password) => {
        const state = await window.wonder.calls['app.state']()
        const adult = state.ok && state.value.stage === 'signed-out' ? state.value.adults[0] : undefined
        return window.wonder.calls['session.signIn']({ adultId: adult?.id ?? '', password })
      }, DEMO_PASSWORD)
      expect(signedIn).toMatchObject({ ok: true })
      expect(errors).toEqual([])
    })
  }
  test('every control of a day and of the settings can be reached and seen with Tab alone', async () => {
    test.setTimeout(120_000)
    const page = app.console
    await goToADay('en')
    for (const route of ['a day', 'settings']) {
      if (route === 'settings') {
        await go('/settings', 'en', 'settings:title')
        await page.getByText(text('settings:data.backups'), { exact: true }).first().waitFor()
      }
      const walk = await walkWithTab(page)
      expect.soft(walk, route).toMatchObject({ missed: [], unmarked: [], covered: [] })
      expect.soft(walk.reached, route).toBeGreaterThan(14)
    }
  })

  test('the ribbon is walked with arrows, hours and ends', async () => {
    const page = app.console
    const today = new Today(page)
    await goToADay('en')
    await today.ribbon.focus()
    await page.keyboard.press('Home')
    await expect(today.ribbon).toHaveAttribute('aria-valuenow', '0')
    const first = await today.lookedAt.innerText()
    await page.keyboard.press('ArrowRight')
    await expect(today.ribbon).toHaveAttribute('aria-valuenow', '1')
    await expect(today.lookedAt).not.toHaveText(first)
    expect(await today.ribbon.getAttribute('aria-valuetext')).toBe(await today.lookedAt.innerText())
    await page.keyboard.press('PageDown')
    const anHourOn = Number(await today.ribbon.getAttribute('aria-valuenow'))
    expect(Math.abs(anHourOn - 1)).toBeLessThanOrEqual(12)
    await page.keyboard.press('End')
    const last = await today.ribbon.getAttribute('aria-valuemax')
    await expect(today.ribbon).toHaveAttribute('aria-valuenow', last ?? '')
    await page.keyboard.press('ArrowRight')
    await expect(today.ribbon).toHaveAttribute('aria-valuenow', last ?? '')
    await page.keyboard.press('ArrowLeft')
    await expect(today.ribbon).toHaveAttribute('aria-valuenow', String(Number(last) - 1))
  })

  test('at twice the size no page has to be scrolled sideways', async () => {
    const page = app.console
    const zoom = (factor: number) =>
      app.electron.evaluate(({ BrowserWindow }, to) => { BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to) }, factor)
    await zoom(2)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640)
    const widths: Record<string, boolean> = {}
    const measure = async (name: string) => {
      await page.waitForTimeout(200)
      widths[name] = await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
    }
    for (const language of ['es', 'en'] as const) {
      await setLanguage(page, language)
      await goToADay(language)
      await measure(`a day, ${language}`)
      for (const name of ['language', 'children', 'settings']) {
        await go(`/${name}`, language, `${name}:title`)
        await measure(`${name}, ${language}`)
      }
    }
    await zoom(1)
    expect(Object.entries(widths).filter(([, fits]) => !fits)).toEqual([])
    expect(Object.keys(widths)).toHaveLength(8)
  })
})
