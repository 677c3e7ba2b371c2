import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database'
import type { Migration } from '../../database/migration'
import { openDatabase } from '../../database/open-database'
import { backupFileName, parseBackupFileName } from './backup-file'
import { restoreBackup } from './restore'
import { createBackupService, type BackupService } from './service'

const NOTES: Migration = {
  version: 1,
  name: 'notes',
  up: (raw) => {
    raw.exec('CREATE TABLE core_note (text TEXT NOT NULL) STRICT')
  },
}
const START = Date.UTC(2026, 10, 21, 4, 15)

let database: TestDatabase
let folder: string
let nowMs: number
let backups: BackupService
beforeEach(() => {
  database = openTestDatabase({ migrations: [NOTES] })
  folder = join(database.folder, 'backups')
  nowMs = START
  backups = createBackupService({ folder, now: () => nowMs })
})
afterEach(() => {
  database.dispose()
})

const addNote = (text: string) => database.raw.prepare('INSERT INTO core_note VALUES (?)').run(text)
const reopen = () => openDatabase({ path: database.path, key: database.key, migrations: [NOTES] })
const notesIn = (path: string) => {
  const opened = openDatabase({ path, key: database.key, migrations: [NOTES] })
  const notes = opened.raw.prepare('SELECT text FROM core_note').pluck().all()
  opened.close()
  return notes
}
const restore = (name: string) =>
  restoreBackup({ backupPath: join(folder, name), backupName: name, databasePath: database.path, key: database, now: () => nowMs })

describe('a backup', () => {
  it('holds what the file held, under the same key, and is listed', () => {
    addNote('before')
    const backup = backups.backUp(database.raw, database, 'manual')
    addNote('after')
    expect(backup.name).toBe('wondernest-20261121T041500000Z-v1-manual.db')
    expect(backups.list()).toEqual([backup])
    expect(backup.bytes).toBe(readFileSync(join(folder, backup.name)).length)
    expect(notesIn(join(folder, backup.name))).toEqual(['before'])
  })

  it('does not open with another key', () => {
    const backup = backups.backUp(database.raw, database, 'manual')
    const open = () => openDatabase({ path: join(folder, backup.name), key: randomBytes(32), migrations: [NOTES] })
    expect(open).toThrow(expect.objectContaining({ code: 'database-corrupt' }))
  })

  it('leaves nothing else in its folder', () => {
    const backup = backups.backUp(database.raw, database, 'manual')
    expect(readdirSync(folder)).toEqual([backup.name])
  })

  it('of a damaged file fails, leaves no file and keeps the older ones', () => {
    for (let index = 0; index < 2_000; index += 1) addNote('x'.repeat(200))
    const good = backups.backUp(database.raw, database, 'manual')
    database.close()
    const bytes = readFileSync(database.path)
    bytes.fill(0, 20 * 4_096, 21 * 4_096)
    writeFileSync(database.path, bytes)
    const damaged = reopen()
    nowMs += 1_000
    expect(() => backups.backUp(damaged.raw, database, 'manual')).toThrow(expect.objectContaining({ code: 'database-corrupt' }))
    damaged.close()
    expect(readdirSync(folder)).toEqual([good.name])
  })

  it('rotates each kind by itself and never takes the newest for the oldest', () => {
    const migration = backups.backUp(database.raw, database, 'migration')
    for (let count = 0; count < 7; count += 1) {
      nowMs += 1_000
      backups.backUp(database.raw, database, 'manual')
    }
    nowMs -= 86_400_000
    const afterClockSetBack = backups.backUp(database.raw, database, 'manual')
    const names = backups.list().map(({ name }) => name)
    expect(names).toHaveLength(6)
    expect(names).toContain(migration.name)
    expect(names).toContain(afterClockSetBack.name)
  })

  it('gets a name of its own in the same millisecond', () => {
    backups.backUp(database.raw, database, 'manual')
    backups.backUp(database.raw, database, 'manual')
    expect(backups.list()).toHaveLength(2)
  })

  it('says that the folder cannot be used when a file is in its place', () => {
    writeFileSync(folder, 'not a folder')
    expect(() => backups.backUp(database.raw, database, 'manual')).toThrow(expect.objectContaining({ name: 'AppError' }))
  })
})

describe('names', () => {
  it('are read back as they were made', () => {
    const file = { createdAt: START + 7, schemaVersion: 12, reason: 'migration' } as const
    const name = backupFileName(file)
    expect(parseBackupFileName(name)).toEqual({ ...file, name })
  })

  it.each(['notes.txt', '../wondernest.db', 'wondernest-20261121T041500000Z-v1-manual.db.new', 'wondernest-99999999T999999999Z-v1-manual.db'])(
    'of other files (%s) are left out and cannot be asked for',
    (name) => {
      mkdirSync(folder)
      if (!name.includes('/')) writeFileSync(join(folder, name), '')
      expect(backups.list()).toEqual([])
      expect(() => backups.pathOf(name)).toThrow(expect.objectContaining({ code: 'not-found' }))
    },
  )
})

describe('restoring', () => {
  it('goes back to the backup and keeps the replaced file with its log', () => {
    addNote('kept')
    const { name } = backups.backUp(database.raw, database, 'manual')
    addNote('written later')
    database.close()
    const before = readFileSync(database.path)
    const { setAside } = restore(name)
    expect(notesIn(database.path)).toEqual(['kept'])
    expect(setAside).not.toBeNull()
    expect(readFileSync(join(setAside ?? '', 'wondernest.db')).equals(before)).toBe(true)
    expect(backups.list()).toHaveLength(1)
  })

  it('does not play a log that was left behind into the restored file', () => {
    addNote('kept')
    const { name } = backups.backUp(database.raw, database, 'manual')
    addNote('only in the log')
    const log = readFileSync(`${database.path}-wal`)
    expect(log.length).toBeGreaterThan(0)
    database.close()
    writeFileSync(`${database.path}-wal`, log)
    restore(name)
    expect(notesIn(database.path)).toEqual(['kept'])
  })

  it.each([
    ['damaged', (bytes: Buffer) => bytes.fill(7, bytes.length - 2_000)],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 4_096)],
    ['empty', () => Buffer.alloc(0)],
    ['of something else', () => Buffer.from('a letter to grandmother')],
  ])('refuses a backup that is %s and moves nothing', (_how, change) => {
    addNote('kept')
    const { name } = backups.backUp(database.raw, database, 'manual')
    database.close()
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name))))
    const before = readFileSync(database.path)
    expect(() => restore(name)).toThrow(expect.objectContaining({ code: 'database-corrupt' }))
    expect(readFileSync(database.path).equals(before)).toBe(true)
    expect(readdirSync(database.folder).sort()).toEqual(['backups', 'wondernest.db'])
  })
})
