import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'playwright/test'
import type { AppState } from '../../common/app-state'
import { openConnection } from '../../electron/database/connection'
import { createFileVaultStore } from '../../electron/main/vault/file-vault-store'
import { createVault } from '../../electron/main/vault/vault'
import { createHousehold, PASSWORD } from '../support/household'
import { launchApp, removeDataFolder } from '../support/launch-app'
import { Blocked, SignIn } from '../support/pages/doors'
import { FirstRun } from '../support/pages/first-run'
import { text } from '../support/pages/texts'
import { createTestKeychain } from '../support/vault'

/** A household with a backup, as the app left it. Each test gets a copy to break. */
let household: string
let folder: string

test.beforeAll(async () => {
  const app = await launchApp()
  await createHousehold(app.console, { consent: false })
  const backup = await app.console.evaluate(() => window.wonder.calls['data.backUpNow']())
  expect(backup).toMatchObject({ ok: true })
  await app.quit()
  household = app.dataFolder
})
test.afterAll(() => {
  removeDataFolder(household)
})
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wondernest-data-'))
  for (const name of ['wondernest.db', 'vault.json', 'backups']) cpSync(join(household, name), join(folder, name), { recursive: true })
})
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/**
 * What a family could lose, by name and content. Reading a file makes SQLite put its index (`-shm`) and, as long as
 * there is nothing to log, an empty log beside it; both hold nothing.
 */
function belongings(): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((file) => /wondernest.*\.db|vault|backups/.test(file.slice(folder.length)))
    .filter((file) => !file.endsWith('.db-shm') && !(file.endsWith('.db-wal') && statSync(file).size === 0))
  return Object.fromEntries(files.map((file) => [file.slice(folder.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')]))
}

/** Starts the app on the broken folder, looks at the page, quits; the family's files must be what they were. */
async function startBroken(look: (page: Page, blocked: Blocked) => Promise<void>): Promise<void> {
  const before = belongings()
  const app = await launchApp({ dataFolder: folder })
  try {
    await look(app.console, new Blocked(app.console))
  } finally {
    await app.quit()
  }
  expect(belongings()).toEqual(before)
}

type Problem = Extract<AppState, { stage: 'blocked' }>['problem']

async function expectProblem(page: Page, blocked: Blocked, code: Problem): Promise<void> {
  await expect(blocked.title).toBeVisible()
  for (const part of ['what', 'means', 'todo']) await expect(blocked.error).toContainText(text(`errors:${code}.${part}`))
  await expect(page.getByText(folder, { exact: true })).toBeVisible()
  const backups = readdirSync(join(folder, 'backups'))
  expect(backups.some((name) => name.endsWith('-manual.db'))).toBe(true)
  await expect(blocked.backups).toHaveCount(backups.length)
  for (const name of backups) await expect(blocked.backups.filter({ hasText: name })).toHaveCount(1)
  // Nothing on this page leads to an empty household in place of the family's own.
  await expect(new FirstRun(page).title('welcome')).toHaveCount(0)
}

test('a copy of the folder opens: what follows is due to the damage alone', async () => {
  const app = await launchApp({ dataFolder: folder })
  await expect(new SignIn(app.console).title).toBeVisible()
  await app.quit()
})

test('a damaged file is told, and left as it is', async () => {
  const file = join(folder, 'wondernest.db')
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 100, 4_000)
  writeFileSync(file, bytes)
  await startBroken((page, blocked) => expectProblem(page, blocked, 'database-corrupt'))
})

test('a file that was cut off to nothing is no empty household', async () => {
  writeFileSync(join(folder, 'wondernest.db'), '')
  await startBroken((page, blocked) => expectProblem(page, blocked, 'database-corrupt'))
})

test('a file that is missing is told, and none is made in its place', async () => {
  rmSync(join(folder, 'wondernest.db'))
  await startBroken((page, blocked) => expectProblem(page, blocked, 'database-missing'))
  expect(readdirSync(folder)).not.toContain('wondernest.db')
})

test('a file of a newer version is left untouched', async () => {
  await raiseVersion()
  await startBroken((page, blocked) => expectProblem(page, blocked, 'database-newer'))
})

test('keys that cannot be read are told, and left as they are', async () => {
  const file = join(folder, 'vault.json')
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 200))
  await startBroken((page, blocked) => expectProblem(page, blocked, 'vault-corrupt'))
})

test('missing keys are told, and no new household is offered beside the file', async () => {
  rmSync(join(folder, 'vault.json'))
  await startBroken((page, blocked) => expectProblem(page, blocked, 'vault-missing'))
})

test('a backup put back in place of the damaged file brings the family back', async () => {
  const backup = readdirSync(join(folder, 'backups')).find((name) => name.endsWith('-manual.db')) ?? ''
  writeFileSync(join(folder, 'wondernest.db'), Buffer.alloc(8_192, 0x5a))
  await startBroken((page, blocked) => expectProblem(page, blocked, 'database-corrupt'))
  copyFileSync(join(folder, 'backups', backup), join(folder, 'wondernest.db'))
  expect(statSync(join(folder, 'wondernest.db')).size).toBeGreaterThan(8_192)
  const app = await launchApp({ dataFolder: folder })
  await expect(new SignIn(app.console).title).toHaveText(text('sign-in:titleOne', { name: 'Ana' }))
  await app.quit()
})

test('a file that may not be written is told, and left as it is', async () => {
  test.skip(process.getuid?.() === 0, 'nothing is forbidden to root')
  chmodSync(join(folder, 'wondernest.db'), 0o400)
  await startBroken((page, blocked) => expectProblem(page, blocked, 'read-only'))
})

/** Opens the copy with the household's real key and says that a far newer version wrote it. */
async function raiseVersion(): Promise<void> {
  const vault = createVault({ store: createFileVaultStore(join(folder, 'vault.json')), keychain: createTestKeychain() })
  const { key } = await vault.openWithPassword(PASSWORD)
  const raw = openConnection({ path: join(folder, 'wondernest.db'), key })
  raw.pragma('user_version = 9999')
  raw.pragma('wal_checkpoint(TRUNCATE)')
  raw.close()
  key.fill(0)
}
