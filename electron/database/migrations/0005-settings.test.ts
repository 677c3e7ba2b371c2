import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database'
import { migrations } from './index'

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase({ migrations: migrations.slice(0, 5) })
})
afterEach(() => {
  database.dispose()
})

describe('the settings’ table', () => {
  it('takes JSON only, one value a key', () => {
    const insert = (value: string) => database.raw.prepare("INSERT INTO family_setting VALUES ('theme', ?, 1)").run(value)
    expect(() => insert('dark')).toThrow(/CHECK/)
    insert('"dark"')
    expect(() => insert('"light"')).toThrow(/UNIQUE/)
  })
})
