import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/support/database'
import { migrate } from './migrator'
import { openDatabase } from './open-database'
import type { Migration } from './migration'

const FIRST: Migration = {
  version: 1,
  name: 'family',
  up: (raw) => {
    raw.exec(`CREATE TABLE family_house (id TEXT PRIMARY KEY) STRICT;
      CREATE TABLE family_room (id TEXT PRIMARY KEY, house_id TEXT NOT NULL REFERENCES family_house(id)) STRICT`)
  },
}
const SECOND: Migration = {
  version: 2,
  name: 'room-colour',
  up: (raw) => {
    raw.exec(`ALTER TABLE family_room ADD COLUMN colour TEXT`)
  },
}
const BROKEN: Migration = {
  version: 3,
  name: 'broken',
  up: (raw) => {
    raw.exec(`CREATE TABLE family_half (id TEXT) STRICT; INSERT INTO nowhere VALUES (1)`)
  },
}
const DANGLING: Migration = {
  version: 3,
  name: 'dangling',
  up: (raw) => {
    raw.exec(`INSERT INTO family_room (id, house_id) VALUES ('r', 'no such house')`)
  },
}

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase({ migrations: [FIRST] })
})
afterEach(() => {
  database.dispose()
})

const now = () => 1_700_000_000_000
const tables = () => database.raw.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all()
const version = () => database.raw.pragma('user_version', { simple: true })

describe('migrate', () => {
  it('applies pending steps, records their names and takes a backup once before them', () => {
    const backups: number[] = []
    const outcome = migrate(database.raw, {
      migrations: [FIRST, SECOND],
      now,
      beforeMigrating: (from) => {
        expect(version()).toBe(1)
        backups.push(from)
      },
    })
    expect(outcome).toEqual({ from: 1, to: 2, applied: ['room-colour'] })
    expect(backups).toEqual([1])
    expect(database.raw.prepare('SELECT version, name FROM core_migration ORDER BY version').all()).toEqual([
      { version: 1, name: 'family' },
      { version: 2, name: 'room-colour' },
    ])
  })

  it('takes no backup when nothing is pending', () => {
    migrate(database.raw, { migrations: [FIRST], now, beforeMigrating: () => expect.unreachable() })
    expect(version()).toBe(1)
  })

  it.each([BROKEN, DANGLING])('undoes all pending steps when $name fails', (failing) => {
    const before = tables()
    expect(() => migrate(database.raw, { migrations: [FIRST, SECOND, failing], now })).toThrow(
      expect.objectContaining({ code: 'internal' }),
    )
    expect(version()).toBe(1)
    expect(tables()).toEqual(before)
    expect(database.raw.pragma('table_info(family_room)')).toHaveLength(2)
    expect(database.raw.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  it('does not migrate when the backup fails', () => {
    const failingBackup = () => {
      throw new Error('no space')
    }
    expect(() => migrate(database.raw, { migrations: [FIRST, SECOND], now, beforeMigrating: failingBackup })).toThrow('no space')
    expect(version()).toBe(1)
  })

  it('refuses a list with a gap', () => {
    expect(() => migrate(database.raw, { migrations: [FIRST, BROKEN], now })).toThrow('number 2')
  })
})

describe('a file of a newer version', () => {
  it('keeps even what its app left in the log when it crashed', () => {
    migrate(database.raw, { migrations: [FIRST, SECOND], now })
    const [file, log] = ['', '-wal'].map((suffix) => readFileSync(`${database.path}${suffix}`))
    expect(log?.length).toBeGreaterThan(0)
    const path = `${database.path}.crashed`
    writeFileSync(path, file ?? '')
    writeFileSync(`${path}-wal`, log ?? '')
    expect(() => openDatabase({ path, key: database.key, migrations: [FIRST] })).toThrow(
      expect.objectContaining({ code: 'database-newer' }),
    )
    expect([readFileSync(path), readFileSync(`${path}-wal`)]).toEqual([file, log])
    const newer = openDatabase({ path, key: database.key, migrations: [FIRST, SECOND] })
    expect(newer.schemaVersion).toBe(2)
    newer.close()
  })

  it('is refused and left byte for byte as it was', () => {
    migrate(database.raw, { migrations: [FIRST, SECOND], now })
    database.close()
    const before = readFileSync(database.path)
    const openWithOlderApp = () => openDatabase({ path: database.path, key: database.key, migrations: [FIRST] })
    expect(openWithOlderApp).toThrow(expect.objectContaining({ code: 'database-newer' }))
    expect(readFileSync(database.path).equals(before)).toBe(true)
    openDatabase({ path: database.path, key: database.key, migrations: [FIRST, SECOND] }).close()
  })
})

describe('a file without a schema', () => {
  it('is not taken for a new household', () => {
    const empty = openTestDatabase({ migrations: [] })
    empty.raw.exec('CREATE TABLE core_something (id INTEGER PRIMARY KEY)')
    empty.close()
    expect(() => openDatabase({ path: empty.path, key: empty.key, migrations: [FIRST] })).toThrow(
      expect.objectContaining({ code: 'database-corrupt' }),
    )
    empty.dispose()
  })
})
