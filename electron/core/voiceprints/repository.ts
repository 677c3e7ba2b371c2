import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../database/schema'
import { appendAudit } from '../audit/service'
import { fromBlob } from './embedding'

/** A stored voice. Nothing of it but what `EnrolledVoice` tells may leave the main process, save to the listener. */
export interface VoicePrint {
  readonly childId: string
  readonly embedding: Float32Array<ArrayBuffer>
  readonly seconds: number
  readonly steadiness: number
  readonly modelSha256: string
  /** UTC milliseconds. */
  readonly enrolledAt: number
}

/** Voices that may be used: consent to each stands and its child is not archived; in the order of their children. */
export async function standingPrints(db: Kysely<Database>): Promise<VoicePrint[]> {
  const rows = await db
    .selectFrom('family_voice_print as print')
    .innerJoin('family_child as child', 'child.id', 'print.child_id')
    .innerJoin('family_consent as consent', 'consent.child_id', 'print.child_id')
    .where('consent.purpose', '=', 'voice-enrolment')
    .where('consent.withdrawn_at', 'is', null)
    .where('child.archived_at', 'is', null)
    .select(['print.child_id', 'embedding', 'seconds', 'steadiness', 'model_sha256', 'enrolled_at'])
    .orderBy('child.created_at')
    .orderBy('child.id')
    .execute()
  return rows.map((row) => ({
    childId: row.child_id,
    embedding: fromBlob(row.embedding),
    seconds: row.seconds,
    steadiness: row.steadiness,
    modelSha256: row.model_sha256,
    enrolledAt: row.enrolled_at,
  }))
}

/**
 * Removes a child's voice inside the caller's transaction; the file overwrites what it deletes (`secure_delete`).
 *
 * @param at UTC milliseconds
 * @returns whether there was one
 */
export async function erasePrint(trx: Transaction<Database>, childId: string, actor: string, at: number): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('family_voice_print').where('child_id', '=', childId).executeTakeFirst()
  if (numDeletedRows === 0n) return false
  await appendAudit(trx, at, { actor, action: 'voice.erased', detail: { childId } })
  return true
}

/** Children who are not archived and for whom listening is allowed. */
export async function listenedChildren(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom('family_child as child')
    .innerJoin('family_consent as consent', 'consent.child_id', 'child.id')
    .where('consent.purpose', '=', 'listening')
    .where('consent.withdrawn_at', 'is', null)
    .where('child.archived_at', 'is', null)
    .select('child.id')
    .execute()
  return rows.map(({ id }) => id)
}
