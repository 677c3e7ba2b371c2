import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database'
import { audit } from './0001-audit'

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase({ migrations: [audit] })
})
afterEach(() => {
  database.dispose()
})

const insert = (sequence: number, verb = 'INSERT'): void => {
  database.raw
    .prepare(`${verb} INTO audit_entry VALUES (?, 1, 'system', 'a', '{}', '', '')`)
    .run(sequence)
}

describe('the audit trail’s table', () => {
  it('takes entries in their order', () => {
    insert(1)
    insert(2)
    expect(database.raw.prepare('SELECT count(*) AS n FROM audit_entry').get()).toEqual({ n: 2 })
  })

  it.each(["UPDATE audit_entry SET actor = 'x'", 'DELETE FROM audit_entry', 'DELETE FROM audit_entry WHERE sequence = 1'])(
    'refuses: %s',
    (statement) => {
      insert(1)
      expect(() => database.raw.exec(statement)).toThrow(/append-only/)
    },
  )

  it('refuses a hole and a replaced entry', () => {
    insert(1)
    expect(() => insert(3)).toThrow(/append-only/)
    expect(() => insert(1, 'INSERT OR REPLACE')).toThrow(/append-only/)
  })
})
