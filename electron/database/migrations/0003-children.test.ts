import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database'
import { insertFamily } from './family-for-tests'
import { migrations } from './index'

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase({ migrations: migrations.slice(0, 3) })
})
afterEach(() => {
  database.dispose()
})

describe('the children’s table', () => {
  it('belongs to the household', () => {
    insertFamily(database.raw)
    const orphan = "INSERT INTO family_child VALUES ('d', 'nowhere', 'Leo', '2024-05', 'fox', 1, NULL)"
    expect(() => database.raw.exec(orphan)).toThrow(/FOREIGN KEY/)
    expect(() => database.raw.exec("DELETE FROM family_household WHERE id = 'h'")).toThrow(/FOREIGN KEY/)
  })
})
