import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database'
import { insertFamily } from './family-for-tests'
import { migrations } from './index'

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase({ migrations: migrations.slice(0, 4) })
  insertFamily(database.raw)
})
afterEach(() => {
  database.dispose()
})

const give = (id: string, givenAt: number): unknown =>
  database.raw
    .prepare("INSERT INTO family_consent VALUES (?, 'c', 'listening', '1', 'en', 'signed-in', 'a', ?, NULL, NULL)")
    .run(id, givenAt)

const withdraw = (id: string, at: number): unknown =>
  database.raw.prepare("UPDATE family_consent SET withdrawn_at = ?, withdrawn_by = 'a' WHERE id = ?").run(at, id)

describe('the consents’ table', () => {
  it('keeps a history with at most one standing consent a child and purpose', () => {
    give('1', 10)
    expect(() => give('2', 20)).toThrow(/UNIQUE/)
    withdraw('1', 20)
    give('2', 30)
    expect(database.raw.prepare('SELECT count(*) AS n FROM family_consent').get()).toEqual({ n: 2 })
  })

  it('refuses a withdrawal before the consent', () => {
    give('1', 10)
    expect(() => withdraw('1', 9)).toThrow(/CHECK/)
  })
})
