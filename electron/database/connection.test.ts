import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/support/database'
import { openConnection, type RawDatabase } from './connection'
import { checkIntegrity } from './integrity'

const PAGE_BYTES = 4_096

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase({ migrations: [] })
  database.raw.exec('CREATE TABLE core_note (text TEXT NOT NULL) STRICT')
  const insert = database.raw.prepare('INSERT INTO core_note VALUES (?)')
  for (let index = 0; index < 500; index += 1) insert.run(`note ${String(index)} ${'x'.repeat(400)}`)
  database.close()
})
afterEach(() => {
  database.dispose()
})

const fails = (code: string) => expect.objectContaining({ name: 'AppError', code })
const open = (options: Partial<Parameters<typeof openConnection>[0]> = {}): RawDatabase =>
  openConnection({ path: database.path, key: database.key, ...options })
const damage = (change: (bytes: Buffer) => Buffer) => {
  writeFileSync(database.path, change(readFileSync(database.path)))
}

describe('openConnection', () => {
  it('opens in the format and the modes that the decision record names', () => {
    const raw = open()
    const pragma = (name: string) => raw.pragma(name, { simple: true })
    expect(pragma('cipher')).toBe('sqlcipher')
    expect(pragma('page_size')).toBe(PAGE_BYTES)
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('secure_delete')).toBe(1)
    expect(pragma('temp_store')).toBe(2)
    expect(pragma('busy_timeout')).toBe(5_000)
    raw.close()
  })

  it('leaves the caller’s key as it is', () => {
    const key = Buffer.from(database.key)
    open({ key }).close()
    expect(key.equals(database.key)).toBe(true)
  })

  it('refuses a wrong key and leaves the file as it is', () => {
    const before = readFileSync(database.path)
    expect(() => open({ key: randomBytes(32) })).toThrow(fails('database-corrupt'))
    expect(readFileSync(database.path).equals(before)).toBe(true)
  })

  it.each([
    ['first byte', (bytes: Buffer) => Buffer.concat([Buffer.from([bytes.readUInt8(0) ^ 1]), bytes.subarray(1)])],
    ['first page', (bytes: Buffer) => bytes.fill(0, 100, 200)],
    ['content (empty)', () => Buffer.alloc(0)],
    ['content (text)', () => Buffer.from('a letter to grandmother '.repeat(400))],
  ])('tells a file with a damaged %s', (_what, change) => {
    damage(change)
    expect(() => open()).toThrow(fails('database-corrupt'))
  })

  it('makes no file where there is none', () => {
    const path = join(database.folder, 'other.db')
    expect(() => open({ path })).toThrow(fails('not-found'))
    expect(existsSync(path)).toBe(false)
  })

  it('does not take an existing file for a new one', () => {
    expect(() => open({ mode: 'create' })).toThrow(fails('conflict'))
  })

  it('does not write through a read-only connection', () => {
    const raw = open({ readonly: true })
    expect(() => raw.exec('DELETE FROM core_note')).toThrow(expect.objectContaining({ code: 'SQLITE_READONLY' }))
    raw.close()
  })
})

describe('checkIntegrity', () => {
  it('finds nothing in a good file', () => {
    const raw = open()
    expect(() => {
      checkIntegrity(raw)
    }).not.toThrow()
    raw.close()
  })

  it('finds one changed bit in the middle, and queries that meet it say so', () => {
    damage((bytes) => {
      const offset = Math.floor(bytes.length / PAGE_BYTES / 2) * PAGE_BYTES + 77
      bytes.writeUInt8(bytes.readUInt8(offset) ^ 1, offset)
      return bytes
    })
    const raw = open()
    expect(() => {
      checkIntegrity(raw)
    }).toThrow(fails('database-corrupt'))
    expect(() => raw.prepare('SELECT max(text) FROM core_note').get()).toThrow(expect.objectContaining({ code: 'SQLITE_CORRUPT' }))
    raw.close()
  })

  it('finds a page put in the place of another', () => {
    damage((bytes) => {
      bytes.copy(bytes, 10 * PAGE_BYTES, 20 * PAGE_BYTES, 21 * PAGE_BYTES)
      return bytes
    })
    const raw = open()
    expect(() => {
      checkIntegrity(raw)
    }).toThrow(fails('database-corrupt'))
    raw.close()
  })

  it('finds a reference to nothing', () => {
    const raw = open()
    raw.exec('CREATE TABLE core_parent (id INTEGER PRIMARY KEY); CREATE TABLE core_child (parent INTEGER REFERENCES core_parent(id))')
    raw.pragma('foreign_keys = OFF')
    raw.exec('INSERT INTO core_child VALUES (7)')
    expect(() => {
      checkIntegrity(raw)
    }).toThrow(fails('database-corrupt'))
    raw.close()
  })
})
