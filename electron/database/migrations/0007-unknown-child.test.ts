import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database'
import { unknownChild } from './0007-unknown-child'
import { insertFamily } from './family-for-tests'
import { migrations } from './index'

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase({ migrations: migrations.slice(0, 6) })
  insertFamily(database.raw)
  database.raw.exec("INSERT INTO audio_session VALUES ('s', 'c', 'Mic', 10, '2026-11-21', NULL, NULL)")
  database.raw.exec(`INSERT INTO audio_bin VALUES ('s', 10, 20, 'c', '2026-11-21', 0, 1, ${zeros('audio_bin', 7)})`)
  database.raw.exec(`INSERT INTO audio_rollup VALUES ('c', 'hour', '2026-11-21', 0, ${zeros('audio_rollup', 4)})`)
  unknownChild.up(database.raw)
})
afterEach(() => {
  database.dispose()
})

/** A zero for every column after the first ones. */
function zeros(table: string, first: number): string {
  const columns = database.raw.prepare(`SELECT name FROM pragma_table_info('${table}')`).all().length
  return Array.from({ length: columns - first }, () => '0').join(', ')
}

describe.each(['audio_bin', 'audio_rollup'])('time of an unknown child in %s', (table) => {
  const stored = (): unknown => database.raw.prepare(`SELECT chi_ms FROM ${table}`).get()

  it('is none in what was measured before', () => {
    expect(stored()).toEqual({ chi_ms: 0 })
  })
  it('is never negative', () => {
    expect(() => database.raw.exec(`UPDATE ${table} SET chi_ms = -1`)).toThrow(/CHECK/)
    database.raw.exec(`UPDATE ${table} SET chi_ms = 1500.5`)
    expect(stored()).toEqual({ chi_ms: 1500.5 })
  })
})
