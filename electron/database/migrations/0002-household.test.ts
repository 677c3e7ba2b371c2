import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database'
import { migrations } from './index'

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase({ migrations: migrations.slice(0, 2) })
  database.raw.exec("INSERT INTO family_household (id, name, created_at) VALUES ('h', 'Family', 1)")
})
afterEach(() => {
  database.dispose()
})

describe('the household’s tables', () => {
  it('hold one household', () => {
    const second = "INSERT INTO family_household (id, name, created_at) VALUES ('i', 'Other', 1)"
    expect(() => database.raw.exec(second)).toThrow(/UNIQUE/)
  })

  it('hold adults of known roles in that household', () => {
    const insert = (id: string, householdId: string, role: string) =>
      database.raw.prepare("INSERT INTO family_adult VALUES (?, ?, 'Ana', ?, 1)").run(id, householdId, role)
    insert('a', 'h', 'owner')
    expect(() => insert('b', 'h', 'king')).toThrow(/CHECK/)
    expect(() => insert('c', 'nowhere', 'parent')).toThrow(/FOREIGN KEY/)
  })

  it('have no column for a password', () => {
    const columns = database.raw.prepare("SELECT name FROM pragma_table_info('family_adult')").all()
    expect(columns.map((column) => Object.values(column as object)[0])).toEqual([
      'id', 'household_id', 'name', 'role', 'created_at',
    ])
  })
})
