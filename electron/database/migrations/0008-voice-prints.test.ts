import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database'
import { insertFamily } from './family-for-tests'
import { migrations } from './index'

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase({ migrations: migrations.slice(0, 8) })
  insertFamily(database.raw)
})
afterEach(() => {
  database.dispose()
})

const PRINT = { child: 'c', bytes: 256, seconds: 30, steadiness: 0.9, model: 'f'.repeat(64), adult: 'a' }

function insert(change: Partial<typeof PRINT> = {}): void {
  const { child, bytes, seconds, steadiness, model, adult } = { ...PRINT, ...change }
  database.raw
    .prepare('INSERT INTO family_voice_print VALUES (?, ?, ?, ?, ?, ?, 1)')
    .run(child, Buffer.alloc(bytes, 1), seconds, steadiness, model, adult)
}

describe('the voice prints’ table', () => {
  it('holds one print a child', () => {
    insert()
    expect(() => { insert() }).toThrow(/UNIQUE/)
  })

  it.each([
    ['too few numbers', { bytes: 252 }, /CHECK/],
    ['no sound behind it', { seconds: 0 }, /CHECK/],
    ['a likeness that cannot be', { steadiness: 1.5 }, /CHECK/],
    ['a model without a full hash', { model: 'abc' }, /CHECK/],
    ['a child of nobody', { child: 'd' }, /FOREIGN KEY/],
    ['an adult of nobody', { adult: 'b' }, /FOREIGN KEY/],
  ])('refuses %s', (_what, change, refusal) => {
    expect(() => { insert(change) }).toThrow(refusal)
  })
})
