import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'playwright/test'
import { DEMO_PASSWORD, makeDemoFamily } from '../../tools/demo/demo-family'
import { axeFindings } from '../support/axe'
import { PASSWORD } from '../support/household'
import { type LaunchedApp, launchApp, removeDataFolder } from '../support/launch-app'
import { untranslated } from '../support/page-texts'
import { FirstRun } from '../support/pages/first-run'
import { Kiosk } from '../support/pages/kiosk'
import { text } from '../support/pages/texts'

const LANGUAGES = ['en', 'es'] as const
type Language = (typeof LANGUAGES)[number]

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
    await app.console.setViewportSize({ width: 1280, height: 800 }).catch(() => undefined)
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
  })

  for (const language of ['es', 'en'] as const) {
    test(`its pages in ${language}`, async () => {
      test.setTimeout(120_000)
      const page = app.console
      await setLanguage(page, language)
      await go('/', language, 'today:title')
      await inspect(page, 'today, before anything was heard', language)
      await page.getByRole('button', { name: text('today:previousDay', {}, language) }).click()
      await page.locator('[data-part="sentence"]').waitFor()
      await inspect(page, 'a day', language)
      await page.getByRole('button', { name: text('speech:view.table', {}, language) }).first().click()
      await inspect(page, 'a day as table', language)
      await go('/language', language, 'language:title')
      await inspect(page, 'language', language)
      await go('/children', language, 'children:title')
      await inspect(page, 'children', language)
      await go('/settings', language, 'settings:title')
      await page.getByText(text('settings:data.backups', {}, language), { exact: true }).first().waitFor()
      await inspect(page, 'settings', language)
      await page.evaluate((id) => { location.hash = `/report/day?childId=${id}&localDay=2026-01-01` }, childId)
      await expect(page.locator('html')).toHaveAttribute('data-ready', 'true')
      await inspect(page, 'report of a day without talk', language)
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
})
