import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Entry } from '@napi-rs/keyring'
import { expect, test } from 'playwright/test'
import { createHousehold, PASSWORD, type TestHousehold } from '../support/household'
import { type LaunchedApp, launchApp, removeDataFolder } from '../support/launch-app'
import { SignIn, VaultLocked } from '../support/pages/doors'
import { Shell } from '../support/pages/shell'
import { text } from '../support/pages/texts'

const NO_BUS = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' }
const NEW_PASSWORD = 'another quiet kitchen table'

let app: LaunchedApp
let household: TestHousehold

test.skip(process.platform !== 'linux', 'takes the Secret Service away, which only Linux has')
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  app = await launchApp()
  household = await createHousehold(app.console, { consent: false })
})
test.afterAll(async () => {
  await app.quit()
  removeDataFolder(app.dataFolder)
})

async function restart(env: Readonly<Record<string, string>> = {}): Promise<void> {
  await app.quit()
  app = await launchApp({ dataFolder: app.dataFolder, env })
}

/** The household's entry in the real keychain. */
function entry(): Entry {
  const document: unknown = JSON.parse(readFileSync(join(app.dataFolder, 'vault.json'), 'utf8'))
  if (typeof document !== 'object' || document === null || !('vaultId' in document)) throw new Error('vault.json has no id')
  return new Entry('WonderNest', String(document.vaultId), { linux: { store: 'secret-service' } })
}

test('with its keychain the app opens the file by itself and asks who is there', async () => {
  expect(entry().getPassword()).not.toBeNull()
  await restart()
  await expect(new SignIn(app.console).title).toBeVisible()
})

test('without a keychain the page says so, and a password opens', async () => {
  await restart(NO_BUS)
  const locked = new VaultLocked(app.console)
  await expect(locked.title).toBeVisible()
  await expect(locked.reason('unavailable')).toBeVisible()
  await locked.openWithPassword('not the password')
  await expect(locked.error).toContainText(text('errors:wrong-password.what'))
  await locked.openWithPassword(PASSWORD)
  await expect(new Shell(app.console).signedInAs).toBeVisible()
})

test('without a keychain the recovery code opens, and gives the owner a new password', async () => {
  await restart(NO_BUS)
  const locked = new VaultLocked(app.console)
  await locked.openWithCode('AAAA-BBBB', NEW_PASSWORD)
  await expect(locked.error).toBeVisible()
  // As somebody types it from paper.
  await locked.openWithCode(household.recoveryCode.toLowerCase().replaceAll('-', ' '), NEW_PASSWORD)
  const shell = new Shell(app.console)
  await expect(shell.signedInAs).toBeVisible()
  await shell.signOut()
  const signIn = new SignIn(app.console)
  await signIn.signIn(PASSWORD)
  await expect(signIn.error).toContainText(text('errors:wrong-password.what'))
  await signIn.signIn(NEW_PASSWORD)
  await expect(shell.signedInAs).toBeVisible()
})

test('an entry that was deleted is asked for once and made again', async () => {
  expect(entry().deletePassword()).toBe(true)
  await restart()
  const locked = new VaultLocked(app.console)
  await expect(locked.reason('entry-missing')).toBeVisible()
  await locked.openWithPassword(NEW_PASSWORD)
  await expect(new Shell(app.console).signedInAs).toBeVisible()
  expect(entry().getPassword()).not.toBeNull()

  await restart()
  await expect(new SignIn(app.console).title).toBeVisible()
})

test('an entry of another household does not fit, and the page says so', async () => {
  entry().setPassword(`another:${Buffer.alloc(32, 7).toString('base64')}`)
  await restart()
  const locked = new VaultLocked(app.console)
  await expect(locked.reason('entry-wrong')).toBeVisible()
  await locked.openWithPassword(NEW_PASSWORD)
  await expect(new Shell(app.console).signedInAs).toBeVisible()
})
