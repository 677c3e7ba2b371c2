import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import type { AuditEntry } from '../../../common/app-state'
import { strictAssert } from '../../../common/assert'
import type { Database } from '../../database/schema'
import type { Clock } from '../clock'
import type { AuditEvent } from './actions'
import { canonicalJson } from './canonical-json'
import { createChainVerifier, GENESIS_HASH, hashEntry } from './chain'

/** Ids, codes, versions, days, names of fields and channels. A sentence or a name with a space does not pass. */
const WORD = /^[A-Za-z0-9._:()/-]{1,100}$/

const detailSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))

/** How many entries are read at a time while the chain is verified. */
const VERIFY_PAGE = 500

export interface AuditService {
  readonly append: (event: AuditEvent) => Promise<void>
  /** Newest first. */
  readonly recent: (limit: number) => Promise<AuditEntry[]>
  /** Follows the whole chain; `firstBroken` is the sequence of the first entry that is wrong or missing. */
  readonly verify: () => Promise<{ entries: number; firstBroken: number | null }>
}

/**
 * Appends inside the caller's transaction, so that a change and its entry are stored together or not at all.
 *
 * @param at UTC milliseconds
 */
export async function appendAudit(trx: Transaction<Database>, at: number, event: AuditEvent): Promise<void> {
  refuseFreeText(event)
  const last = await trx
    .selectFrom('audit_entry')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const entry = {
    sequence: (last?.sequence ?? 0) + 1,
    at,
    actor: event.actor,
    action: event.action,
    detail: canonicalJson({ ...event.detail }),
    previousHash: last?.hash ?? GENESIS_HASH,
  }
  const { previousHash, ...columns } = entry
  await trx
    .insertInto('audit_entry')
    .values({ ...columns, previous_hash: previousHash, hash: hashEntry(entry) })
    .execute()
}

function refuseFreeText(event: AuditEvent): void {
  for (const value of Object.values(event.detail).flat()) {
    strictAssert(typeof value !== 'string' || WORD.test(value), `the detail of ${event.action} is no id or short word`)
  }
}

export function createAuditService(db: Kysely<Database>, now: Clock): AuditService {
  return {
    append: (event) => db.transaction().execute((trx) => appendAudit(trx, now(), event)),

    recent: async (limit) => {
      const rows = await db
        .selectFrom('audit_entry')
        .select(['sequence', 'at', 'actor', 'action', 'detail'])
        .orderBy('sequence', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ ...row, detail: readDetail(row.detail) }))
    },

    verify: async () => {
      const verifier = createChainVerifier()
      const { entries } = await db
        .selectFrom('audit_entry')
        .select((eb) => eb.fn.countAll<number>().as('entries'))
        .executeTakeFirstOrThrow()
      for (let after = Number.MIN_SAFE_INTEGER; ; ) {
        const page = await db
          .selectFrom('audit_entry')
          .selectAll()
          .where('sequence', '>', after)
          .orderBy('sequence')
          .limit(VERIFY_PAGE)
          .execute()
        for (const { previous_hash: previousHash, ...row } of page) {
          const broken = verifier.next({ ...row, previousHash })
          if (broken !== null) return { entries, firstBroken: broken.brokenAt }
        }
        const last = page.at(-1)
        if (last === undefined) return { entries, firstBroken: null }
        after = last.sequence
      }
    },
  }
}

/** A detail that somebody damaged around the triggers must not hide the rest of the trail; `verify` names it. */
function readDetail(text: string): AuditEntry['detail'] {
  try {
    return detailSchema.parse(JSON.parse(text))
  } catch {
    return {}
  }
}
