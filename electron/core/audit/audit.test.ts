import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database'
import { canonicalJson } from './canonical-json'
import { hashEntry } from './chain'
import { appendAudit, createAuditService, type AuditService } from './service'

let database: TestDatabase
let audit: AuditService
let nowMs: number
beforeEach(() => {
  database = openTestDatabase()
  nowMs = 1_000
  audit = createAuditService(database.db, () => nowMs)
})
afterEach(() => {
  database.dispose()
})

const fill = async (count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) {
    nowMs += 1
    await audit.append({ actor: 'system', action: 'backup.made', detail: { bytes: index } })
  }
}

/** Changes the table the way only somebody with the key and bad intentions could. */
const tamper = (statement: string): void => {
  for (const trigger of ['no_update', 'no_delete', 'only_append']) database.raw.exec(`DROP TRIGGER audit_entry_${trigger}`)
  database.raw.exec(statement)
}

describe('the audit trail', () => {
  it('tells the newest first', async () => {
    await fill(3)
    expect(await audit.recent(2)).toEqual([
      { sequence: 3, at: 1_003, actor: 'system', action: 'backup.made', detail: { bytes: 2 } },
      { sequence: 2, at: 1_002, actor: 'system', action: 'backup.made', detail: { bytes: 1 } },
    ])
  })

  it('verifies an empty and a long chain', async () => {
    expect(await audit.verify()).toEqual({ entries: 0, firstBroken: null })
    await fill(1_001)
    expect(await audit.verify()).toEqual({ entries: 1_001, firstBroken: null })
  })

  it.each([
    ["UPDATE audit_entry SET actor = 'somebody' WHERE sequence = 4", 4],
    ["UPDATE audit_entry SET detail = '{\"bytes\":99}' WHERE sequence = 2", 2],
    ['UPDATE audit_entry SET at = 1 WHERE sequence = 5', 5],
    ['DELETE FROM audit_entry WHERE sequence = 3', 3],
    ['DELETE FROM audit_entry WHERE sequence = 1', 1],
    ["INSERT INTO audit_entry SELECT 0, at, actor, action, detail, previous_hash, hash FROM audit_entry LIMIT 1", 1],
  ])('names the first broken entry after: %s', async (statement, sequence) => {
    await fill(6)
    tamper(statement)
    expect((await audit.verify()).firstBroken).toBe(sequence)
  })

  it('sees an entry whose own hash was made again', async () => {
    await fill(3)
    const hash = hashEntry({
      sequence: 1, at: 1_001, actor: 'x', action: 'backup.made', detail: '{"bytes":0}', previousHash: '0'.repeat(64),
    })
    tamper(`UPDATE audit_entry SET actor = 'x', hash = '${hash}' WHERE sequence = 1`)
    expect((await audit.verify()).firstBroken).toBe(2)
  })

  it('goes with the change it belongs to', async () => {
    const failing = database.db.transaction().execute(async (trx) => {
      await appendAudit(trx, 1, { actor: 'system', action: 'listening.resumed', detail: {} })
      throw new Error('the change failed')
    })
    await expect(failing).rejects.toThrow('the change failed')
    expect(await audit.recent(10)).toEqual([])
  })

  it('takes no free text', async () => {
    const entry = audit.append({ actor: 'system', action: 'session.refused', detail: { code: 'Mia said hello' } })
    await expect(entry).rejects.toThrow(/no id or short word/)
  })

  it('still shows the rest when a detail was damaged', async () => {
    await fill(2)
    tamper("UPDATE audit_entry SET detail = '{' WHERE sequence = 1")
    expect((await audit.recent(10)).map(({ detail }) => detail)).toEqual([{ bytes: 1 }, {}])
  })
})

describe('canonical JSON', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: true }], a: 'é"' })).toBe('{"a":"é\\"","b":[1,{"c":true,"d":null}]}')
  })

  it('is JSON of the same data', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value))
        // True: what JSON.parse gives is JSON.
        expect(JSON.parse(canonicalJson(plain as Parameters<typeof canonicalJson>[0]))).toEqual(plain)
      }),
    )
  })

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
  })
})
