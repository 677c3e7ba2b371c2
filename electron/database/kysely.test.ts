import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/support/database'
import { isUniqueViolation } from './database-error'

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase({ migrations: [] })
  database.raw.exec('CREATE TABLE core_migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT')
})
afterEach(() => {
  database.dispose()
})

const row = (version: number, name: string) => ({ version, name, applied_at: 0 })
const names = async () => {
  const rows = await database.db.selectFrom('core_migration').select('name').orderBy('version').execute()
  return rows.map(({ name }) => name)
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('transactions', () => {
  it('of two services do not mix: one that fails takes nothing of the other with it', async () => {
    const { db } = database
    const failing = db.transaction().execute(async (trx) => {
      await trx.insertInto('core_migration').values(row(1, 'of the failing one')).execute()
      await pause()
      await trx.insertInto('core_migration').values(row(2, 'of the failing one')).execute()
      throw new Error('changed its mind')
    })
    const other = db.transaction().execute(async (trx) => {
      await trx.insertInto('core_migration').values(row(3, 'of the other')).execute()
      await pause()
      await trx.insertInto('core_migration').values(row(4, 'of the other')).execute()
    })
    const single = db.insertInto('core_migration').values(row(5, 'single')).execute()
    await expect(failing).rejects.toThrow('changed its mind')
    await Promise.all([other, single])
    expect(await names()).toEqual(['of the other', 'of the other', 'single'])
  })

  it('hide half-done work from queries outside', async () => {
    const { db } = database
    const order: string[] = []
    const writing = db.transaction().execute(async (trx) => {
      await trx.insertInto('core_migration').values(row(1, 'first')).execute()
      await pause()
      await trx.insertInto('core_migration').values(row(2, 'second')).execute()
      order.push('written')
    })
    const seen = await names()
    order.push('read')
    await writing
    expect(seen).toEqual(['first', 'second'])
    expect(order).toEqual(['written', 'read'])
  })
})

describe('errors', () => {
  it('of a broken rule stay the driver’s own', async () => {
    const insert = () => database.db.insertInto('core_migration').values(row(1, 'twice')).execute()
    await insert()
    const error: unknown = await insert().catch((reason: unknown) => reason)
    expect(isUniqueViolation(error)).toBe(true)
    expect(isUniqueViolation(new Error('another'))).toBe(false)
  })

  it('of a full file are told as a full disk, and the transaction leaves nothing behind', async () => {
    database.raw.pragma('max_page_count = 8')
    const fill = database.db.transaction().execute(async (trx) => {
      for (let version = 1; version < 100; version += 1) {
        await trx.insertInto('core_migration').values(row(version, 'x'.repeat(2_000))).execute()
      }
    })
    await expect(fill).rejects.toEqual(expect.objectContaining({ name: 'AppError', code: 'disk-full' }))
    expect(await names()).toEqual([])
  })
})

describe('statements', () => {
  it('give fresh rows each time and survive a change of the table', async () => {
    await database.db.insertInto('core_migration').values(row(1, 'one')).execute()
    expect(await names()).toEqual(['one'])
    database.raw.exec('ALTER TABLE core_migration ADD COLUMN extra TEXT')
    await database.db.insertInto('core_migration').values(row(2, 'two')).execute()
    expect(await names()).toEqual(['one', 'two'])
  })

  it('are not kept for ever', async () => {
    for (let index = 0; index < 600; index += 1) await sql`SELECT ${sql.lit(index)}`.execute(database.db)
    expect(await names()).toEqual([])
  })

  it('can be read row by row while the same one runs again', async () => {
    for (let version = 1; version <= 3; version += 1) {
      await database.db.insertInto('core_migration').values(row(version, String(version))).execute()
    }
    const query = database.db.selectFrom('core_migration').select('name').orderBy('version')
    const seen: string[] = []
    for await (const { name } of query.stream()) seen.push(name)
    expect(seen).toEqual((await query.execute()).map(({ name }) => name))
  })
})
