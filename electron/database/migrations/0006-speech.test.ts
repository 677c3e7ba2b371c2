import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database'
import { insertFamily } from './family-for-tests'
import { migrations } from './index'

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase({ migrations: migrations.slice(0, 6) })
  insertFamily(database.raw)
})
afterEach(() => {
  database.dispose()
})

const session = (endedAt: number | null, reason: string | null): unknown =>
  database.raw.prepare("INSERT INTO audio_session VALUES ('s', 'c', 'Mic', 10, '2026-11-21', ?, ?)").run(endedAt, reason)

const plan = (query: string): string => JSON.stringify(database.raw.prepare(`EXPLAIN QUERY PLAN ${query}`).all())

describe('the speech tables', () => {
  it('end a session after its start, with a reason', () => {
    expect(() => session(9, 'stopped')).toThrow(/CHECK/)
    expect(() => session(11, null)).toThrow(/CHECK/)
    expect(() => session(null, 'stopped')).toThrow(/CHECK/)
    session(11, 'stopped')
  })

  it('refuse empty and unknown gaps', () => {
    session(null, null)
    const gap = (endedAt: number, reason: string) =>
      database.raw.prepare("INSERT INTO audio_gap VALUES ('s', 20, ?, '2026-11-21', ?)").run(endedAt, reason)
    expect(() => gap(20, 'asleep')).toThrow(/CHECK/)
    expect(() => gap(21, 'bored')).toThrow(/CHECK/)
    gap(21, 'asleep')
  })

  it('have an hour in hours and none in days and weeks', () => {
    const columns = database.raw.prepare("SELECT count(*) AS n FROM pragma_table_info('audio_rollup')").get()
    const values = Array.from({ length: Number(Object.values(columns as object)[0]) - 4 }, () => '0').join(', ')
    const insert = (granularity: string, hour: number) =>
      database.raw.exec(`INSERT INTO audio_rollup VALUES ('c', '${granularity}', '2026-11-16', ${String(hour)}, ${values})`)
    expect(() => insert('hour', -1)).toThrow(/CHECK/)
    expect(() => insert('day', 3)).toThrow(/CHECK/)
    insert('hour', 3)
    insert('day', -1)
    insert('week', -1)
  })

  it.each([
    "SELECT * FROM audio_bin WHERE child_id = 'c' AND local_day = '2026-11-21' ORDER BY started_at",
    "SELECT * FROM audio_rollup WHERE child_id = 'c' AND granularity = 'day' AND local_day BETWEEN '2026-11-01' AND '2026-11-30'",
    "SELECT * FROM audio_rollup WHERE child_id = 'c' AND granularity = 'hour' AND local_day BETWEEN '2026-11-01' AND '2026-11-30'",
  ])('have an index for: %s', (query) => {
    expect(plan(query)).toContain('SEARCH')
    expect(plan(query)).not.toContain('SCAN')
  })
})
