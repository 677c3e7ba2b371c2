import { expect, test } from 'playwright/test'
import { CHILD_NAME, createHousehold, PASSWORD } from '../support/household'
import { type LaunchedApp, launchApp, removeDataFolder } from '../support/launch-app'
import { SignIn } from '../support/pages/doors'
import { Shell } from '../support/pages/shell'
import { text } from '../support/pages/texts'

let app: LaunchedApp

test.beforeAll(async () => {
  app = await launchApp()
})
test.afterAll(async () => {
  await app.quit()
  removeDataFolder(app.dataFolder)
})

test('what a family set and agreed to is there after the app was quit and started again', async () => {
  const { childId } = await createHousehold(app.console, { consent: true })
  const shell = new Shell(app.console)
  await shell.go('settings')
  await app.console.getByLabel(text('settings:time.dayStart'), { exact: true }).selectOption('240')
  await app.console.getByLabel(text('settings:time.idleLock'), { exact: true }).selectOption('60')
  await app.console.getByLabel(text('settings:homeLanguage.label'), { exact: true }).selectOption({ label: 'Catalan' })
  await expect(app.console.getByText(text('settings:homeLanguage.calibrated', { number: '1.7' }))).toBeVisible()
  await app.console.getByRole('radio', { name: text('settings:appearance.dark') }).click()
  await expect(app.console.locator('html')).toHaveAttribute('data-theme', 'dark')
  await app.console.getByRole('radio', { name: 'Español' }).click()
  await expect(app.console.locator('html')).toHaveAttribute('lang', 'es')
  await app.quit()

  app = await launchApp({ dataFolder: app.dataFolder })
  // Before anybody signs in the page already has the family's face.
  await expect(app.console.getByRole('heading', { level: 1 })).toHaveText(text('sign-in:titleOne', { name: 'Ana' }, 'es'))
  await expect(app.console.locator('html')).toHaveAttribute('data-theme', 'dark')
  await app.console.getByLabel(text('sign-in:password', {}, 'es'), { exact: true }).fill(PASSWORD)
  await app.console.getByRole('button', { name: text('sign-in:signIn', {}, 'es') }).click()
  await expect(new SignIn(app.console).title).toHaveCount(0)

  // The consent is kept: listening begins by itself, for the child that was chosen.
  await expect
    .poll(() => app.console.evaluate(async () => {
      const status = await window.wonder.calls['listening.status']()
      return status.ok ? status.value : null
    }), { timeout: 30_000 })
    .toMatchObject({ state: 'listening', childId })
  await app.console.getByRole('link', { name: text('shell:nav.children', {}, 'es'), exact: true }).click()
  await expect(app.console.getByRole('main').getByText(CHILD_NAME).first()).toBeVisible()
  await app.console.getByRole('link', { name: text('shell:nav.settings', {}, 'es'), exact: true }).click()
  await expect(app.console.getByLabel(text('settings:time.dayStart', {}, 'es'), { exact: true })).toHaveValue('240')
  await expect(app.console.getByLabel(text('settings:time.idleLock', {}, 'es'), { exact: true })).toHaveValue('60')
  const homeLanguage = app.console.getByLabel(text('settings:homeLanguage.label', {}, 'es'), { exact: true })
  await expect(homeLanguage.locator('option:checked')).toHaveText('Catalán')
  await homeLanguage.selectOption(text('settings:homeLanguage.other', {}, 'es'))
  await expect(app.console.getByText(text('settings:homeLanguage.notCalibrated', { number: '1,5' }, 'es'))).toBeVisible()
  await expect(app.console.getByRole('radio', { name: text('settings:appearance.dark', {}, 'es') })).toBeChecked()
})
