import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3-multiple-ciphers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { restoreBackup } from '../../electron/core/backup/restore'
import { createBackupService } from '../../electron/core/backup/service'
import { createVault } from '../../electron/main/vault/vault'
import { createFileVaultStore } from '../../electron/main/vault/file-vault-store'
import { createTestKeychain, TEST_COSTS } from '../support/vault'
import { openTestDatabase, type TestDatabase } from '../support/database'

/** Names that no other byte of a file could happen to spell. */
const HOUSEHOLD = 'Los Quintanilla-Brandvold'
const ADULT = 'Philippa Quintanilla'
const CHILD = 'Wilhelmina Xóchitl'
const SECRETS = [HOUSEHOLD, ADULT, CHILD, 'Wilhelmina', 'family_child', 'CREATE TABLE'] as const
const SQLITE_HEADER = 'SQLite format 3'

/** Where a text stands in the bytes of a file, in any encoding that SQLite stores text in. */
function encodingsFound(bytes: Buffer, text: string): readonly string[] {
  const utf16be = Buffer.from(text, 'utf16le').swap16()
  const encodings = { utf8: Buffer.from(text, 'utf8'), utf16le: Buffer.from(text, 'utf16le'), utf16be }
  return Object.entries(encodings).flatMap(([name, needle]) => (bytes.includes(needle) ? [name] : []))
}

/** Every secret that can be read in a folder's files, as `file: secret (encoding)`. */
function readable(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.flatMap((entry) => {
    const bytes = readFileSync(join(entry.parentPath, entry.name))
    return [...SECRETS, SQLITE_HEADER].flatMap((secret) =>
      encodingsFound(bytes, secret).map((encoding) => `${entry.name}: ${secret} (${encoding})`),
    )
  })
}

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase()
  database.raw.prepare('INSERT INTO family_household (id, name, created_at) VALUES (?, ?, 1)').run('h', HOUSEHOLD)
  database.raw.prepare(`INSERT INTO family_adult VALUES ('a', 'h', ?, 'owner', 1)`).run(ADULT)
  database.raw.prepare(`INSERT INTO family_child VALUES ('c', 'h', ?, '2024-05', 'owl', 1, NULL)`).run(CHILD)
})
afterEach(() => {
  database.dispose()
})

const names = () => readdirSync(database.folder, { recursive: true }).map(String)
const sizeOf = (name: string) => readFileSync(join(database.folder, name)).length

describe('what lies on the disk', () => {
  it('while the file is open, its log included', () => {
    expect(sizeOf('wondernest.db-wal')).toBeGreaterThan(4_096)
    expect(readable(database.folder)).toEqual([])
  })

  it('after the log was written back into the file', () => {
    database.raw.pragma('wal_checkpoint(TRUNCATE)')
    expect(sizeOf('wondernest.db')).toBeGreaterThan(20 * 4_096)
    expect(readable(database.folder)).toEqual([])
    database.close()
    expect(names()).toEqual(['wondernest.db'])
    expect(readable(database.folder)).toEqual([])
  })

  it('in backups, and in what a restore sets aside', () => {
    const folder = join(database.folder, 'backups')
    const backup = createBackupService({ folder }).backUp(database.raw, database, 'manual')
    expect(backup.bytes).toBeGreaterThan(20 * 4_096)
    expect(readable(database.folder)).toEqual([])
    database.close()
    const backupPath = join(folder, backup.name)
    restoreBackup({ backupPath, backupName: backup.name, databasePath: database.path, key: database, now: Date.now })
    expect(names().filter((name) => name.endsWith('.db'))).toHaveLength(3)
    expect(readable(database.folder)).toEqual([])
  })

  it('after work that would spill into temporary files', () => {
    const insert = database.raw.prepare(`INSERT INTO family_setting (key, value, updated_at) VALUES (?, ?, 1)`)
    database.raw.transaction(() => {
      for (let index = 0; index < 20_000; index += 1) insert.run(`${CHILD} ${String(index)}`, JSON.stringify(HOUSEHOLD.repeat(4)))
    })()
    // Sorting more than fits into the cache would go through a plain temporary file, open while the rows are read.
    database.raw.pragma('cache_size = 10')
    const rows = database.raw.prepare(`SELECT value || key AS text FROM family_setting ORDER BY text DESC`).iterate()
    rows.next()
    expect(openFilesOf(process.pid).filter((path) => path.includes('etilqs_'))).toEqual([])
    rows.return?.()
    expect(readable(database.folder)).toEqual([])
  })

  it('in the vault beside it: neither names, nor key, nor password', async () => {
    const path = join(database.folder, 'vault.json')
    const vault = createVault({ store: createFileVaultStore(path), keychain: createTestKeychain(), costs: TEST_COSTS })
    const { key, recoveryCode } = await vault.create('0199f0aa-0000-7000-8000-000000000001', 'correct horse battery')
    const bytes = readFileSync(path)
    expect(readable(database.folder)).toEqual([])
    for (const secret of [key.toString('hex'), key.toString('base64'), 'correct horse', recoveryCode, recoveryCode.slice(0, 11)]) {
      expect(encodingsFound(bytes, secret)).toEqual([])
    }
    expect(bytes.includes(key)).toBe(false)
  })

  it('does not open with another key', () => {
    database.close()
    const other = new SqliteDatabase(database.path)
    other.pragma(`cipher = 'sqlcipher'`)
    other.pragma('legacy = 4')
    other.key(Buffer.from(`x'${randomBytes(32).toString('hex')}'`))
    expect(() => other.prepare('SELECT * FROM sqlite_master').all()).toThrow('not a database')
    other.close()
  })
})

describe('the search itself', () => {
  it.each(['UTF-8', 'UTF-16le', 'UTF-16be'])('finds every name in a copy that is not encrypted (%s)', (encoding) => {
    const plain = new SqliteDatabase(join(database.folder, 'plain.db'))
    plain.pragma(`encoding = '${encoding}'`)
    plain.exec('CREATE TABLE family_child (name TEXT)')
    for (const name of [HOUSEHOLD, ADULT, CHILD]) plain.prepare('INSERT INTO family_child VALUES (?)').run(name)
    plain.close()
    const sqlEncoding = { 'UTF-8': 'utf8', 'UTF-16le': 'utf16le', 'UTF-16be': 'utf16be' }[encoding] ?? ''
    const found = readable(database.folder)
    for (const secret of SECRETS) expect(found).toContain(`plain.db: ${secret} (${sqlEncoding})`)
    expect(found).toContain(`plain.db: ${SQLITE_HEADER} (utf8)`)
  })

  it('finds a name in the middle of a large file', () => {
    writeFileSync(join(database.folder, 'log.txt'), Buffer.concat([randomBytes(300_000), Buffer.from(CHILD), randomBytes(300_000)]))
    expect(readable(database.folder)).toContain(`log.txt: ${CHILD} (utf8)`)
  })
})

/** Paths of the files a process holds open, deleted ones too; empty where the system does not tell. */
function openFilesOf(pid: number): readonly string[] {
  if (process.platform !== 'linux') return []
  const folder = `/proc/${String(pid)}/fd`
  return readdirSync(folder).flatMap((name) => {
    try {
      return [readlinkSync(join(folder, name))]
    } catch {
      return []
    }
  })
}
