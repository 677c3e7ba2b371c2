import { expect, test } from 'playwright/test'
import { createHousehold, PASSWORD } from '../support/household'
import { type LaunchedApp, launchApp, removeDataFolder } from '../support/launch-app'
import { SignIn } from '../support/pages/doors'
import { Shell } from '../support/pages/shell'
import { text } from '../support/pages/texts'

let app: LaunchedApp
let shell: Shell
let signIn: SignIn

const look = (): void => {
  shell = new Shell(app.console)
  signIn = new SignIn(app.console)
}

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  app = await launchApp()
  await createHousehold(app.console, { consent: false })
  look()
})
test.afterAll(async () => {
  await app.quit()
  removeDataFolder(app.dataFolder)
})

test('signing out shows the door, and the password opens it again', async () => {
  await expect(shell.title('today')).toBeVisible()
  await shell.signOut()
  await expect(signIn.title).toHaveText(text('sign-in:titleOne', { name: 'Ana' }))
  await expect(shell.nest).toHaveCount(0)
  await signIn.signIn(PASSWORD)
  await expect(shell.title('today')).toBeVisible()
})

test('wrong passwords are refused in words, then with a wait that grows and outlives the app', async () => {
  test.setTimeout(120_000)
  await shell.signOut()
  for (const wrong of ['not the password', 'nor this one here']) {
    await signIn.signIn(wrong)
    await expect(signIn.error).toContainText(text('errors:wrong-password.what'))
    await expect(signIn.wait).toHaveCount(0)
    await expect(signIn.button).toBeEnabled()
  }

  await signIn.signIn('a third wrong one')
  await expect(signIn.wait).toBeVisible()
  const first = await signIn.secondsLeft()
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThanOrEqual(5)
  await expect(signIn.button).toBeDisabled()
  await expect(signIn.wait).toHaveCount(0, { timeout: 8_000 })

  await signIn.signIn('a fourth wrong one')
  await expect(signIn.wait).toBeVisible()
  const second = await signIn.secondsLeft()
  expect(second).toBeGreaterThan(5)
  await expect.poll(() => signIn.secondsLeft()).toBeLessThan(second)

  await app.quit()
  app = await launchApp({ dataFolder: app.dataFolder })
  look()
  await expect(signIn.wait).toBeVisible()
  await expect(signIn.button).toBeDisabled()
  // The page cannot be talked past either: main refuses the right password as long as the wait lasts.
  const early = await app.console.evaluate(async (password) => {
    const state = await window.wonder.calls['app.state']()
    const adult = state.ok && state.value.stage === 'signed-out' ? state.value.adults[0] : undefined
    return window.wonder.calls['session.signIn']({ adultId: adult?.id ?? '', password })
  }, PASSWORD)
  expect(early).toMatchObject({ ok: false, error: { code: 'too-many-attempts' } })
  await expect(signIn.wait).toHaveCount(0, { timeout: 20_000 })
  await signIn.signIn(PASSWORD)
  await expect(shell.title('today')).toBeVisible()
})

test('nobody at the keys for a minute brings the door', async () => {
  test.setTimeout(100_000)
  await shell.go('settings')
  await app.console.getByLabel(text('settings:time.idleLock'), { exact: true }).selectOption('1')
  await expect
    .poll(async () => {
      const settings = await app.console.evaluate(() => window.wonder.calls['settings.get']())
      return settings.ok ? settings.value.idleLockMinutes : settings.error.code
    })
    .toBe(1)
  await expect(signIn.title).toHaveCount(0)
  await expect(signIn.title).toBeVisible({ timeout: 75_000 })
  const refused = await app.console.evaluate(() => window.wonder.calls['settings.get']())
  expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden-role' } })
})
