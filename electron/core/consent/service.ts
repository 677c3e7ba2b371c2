import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { ConsentPurpose, ConsentRecord, ConsentText } from '../../../common/consent'
import type { Language } from '../../../common/household'
import { AppError } from '../../../common/result'
import type { Database } from '../../database/schema'
import { appendAudit } from '../audit/service'
import { requireChild } from '../children/service'
import type { Clock } from '../clock'
import { erasePrint } from '../voiceprints/repository'

export interface ConsentInput {
  readonly childId: string
  readonly purpose: ConsentPurpose
  readonly textVersion: string
  readonly language: Language
}

export interface ConsentService {
  /** The current text. @throws AppError `not-found` */
  readonly text: (purpose: ConsentPurpose, language: Language) => Promise<ConsentText>
  /** Every decision about a child, the newest first; one that stands comes before all that were withdrawn later. */
  readonly list: (childId: string) => Promise<ConsentRecord[]>
  /**
   * Records that the signed-in adult agreed to the current text. A consent to an older text ends with it; giving the
   * one that stands again changes nothing.
   *
   * @param actor an adult's id
   * @throws AppError `conflict` for a text that is not the current one or an archived child, `not-found`.
   */
  readonly give: (input: ConsentInput, actor: string) => Promise<ConsentRecord>
  /**
   * Ends the consent now, and erases with it what only it allowed to keep: the enrolled voice. Without one that stands it
   * gives the last one.
   *
   * @throws AppError `not-found` when there was none.
   */
  readonly withdraw: (childId: string, purpose: ConsentPurpose, actor: string) => Promise<ConsentRecord>
  readonly isListeningAllowed: (childId: string) => Promise<boolean>
}

/** @param texts the current texts: one a purpose and language, languages of a purpose with the same version */
export function createConsentService(db: Kysely<Database>, now: Clock, texts: readonly ConsentText[]): ConsentService {
  const textOf = (purpose: ConsentPurpose, language: Language): ConsentText => {
    const text = texts.find((candidate) => candidate.purpose === purpose && candidate.language === language)
    if (text === undefined) throw new AppError('not-found', 'This consent text is not available in this language.')
    return text
  }

  return {
    text: (purpose, language) => Promise.resolve().then(() => textOf(purpose, language)),
    list: (childId) => records(db, childId),
    isListeningAllowed: (childId) => isAllowed(db, childId, 'listening'),

    give: ({ childId, purpose, textVersion, language }, actor) =>
      db.transaction().execute(async (trx) => {
        if (textOf(purpose, language).version !== textVersion) {
          throw new AppError('conflict', 'This text is no longer the current one. Nothing was recorded; please read the new text.')
        }
        const child = await requireChild(trx, childId)
        if (child.archivedAt !== null) throw new AppError('conflict', 'This child is archived. Bring it back first.')
        await requireAdult(trx, actor)
        const standing = (await records(trx, childId)).find(standsFor(purpose))
        if (standing?.textVersion === textVersion) return standing
        // A clock that was put back must not make a consent end before it began.
        const at = Math.max(now(), standing?.givenAt ?? 0)
        if (standing !== undefined) await end(trx, standing.id, actor, at)
        const consentId = uuidv7()
        await trx
          .insertInto('family_consent')
          .values({
            id: consentId,
            child_id: childId,
            purpose,
            text_version: textVersion,
            language,
            method: 'signed-in',
            given_by: actor,
            given_at: at,
            withdrawn_by: null,
            withdrawn_at: null,
          })
          .execute()
        const detail = { consentId, childId, purpose, textVersion, language }
        await appendAudit(trx, now(), { actor, action: 'consent.given', detail })
        return requireRecord(await records(trx, childId), consentId)
      }),

    withdraw: (childId, purpose, actor) =>
      db.transaction().execute(async (trx) => {
        const history = (await records(trx, childId)).filter((record) => record.purpose === purpose)
        const standing = history.find(standsFor(purpose))
        if (standing === undefined) {
          const [last] = history
          if (last === undefined) throw new AppError('not-found', 'There is no consent that could be withdrawn.')
          return last
        }
        await end(trx, standing.id, actor, Math.max(now(), standing.givenAt))
        const detail = { consentId: standing.id, childId, purpose }
        await appendAudit(trx, now(), { actor, action: 'consent.withdrawn', detail })
        if (purpose === 'voice-enrolment') await erasePrint(trx, childId, actor, now())
        return requireRecord(await records(trx, childId), standing.id)
      }),
  }
}

/** Whether a consent for this purpose stands. */
export async function isAllowed(db: Kysely<Database>, childId: string, purpose: ConsentPurpose): Promise<boolean> {
  const standing = await db
    .selectFrom('family_consent')
    .select('id')
    .where('child_id', '=', childId)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return standing !== undefined
}

function standsFor(purpose: ConsentPurpose): (record: ConsentRecord) => boolean {
  return (record) => record.purpose === purpose && record.withdrawnAt === null
}

async function records(db: Kysely<Database>, childId: string): Promise<ConsentRecord[]> {
  return db
    .selectFrom('family_consent')
    .innerJoin('family_adult', 'family_adult.id', 'family_consent.given_by')
    .select([
      'family_consent.id as id',
      'child_id as childId',
      'purpose',
      'text_version as textVersion',
      'language',
      'family_adult.name as givenByName',
      'given_at as givenAt',
      'withdrawn_at as withdrawnAt',
    ])
    .where('child_id', '=', childId)
    .orderBy((eb) => eb('withdrawn_at', 'is', null), 'desc')
    .orderBy('given_at', 'desc')
    .orderBy('family_consent.id', 'desc')
    .execute()
}

/** A withdrawal without a signed-in adult (the app's own act) has no name. */
async function end(db: Kysely<Database>, consentId: string, actor: string, at: number): Promise<void> {
  const adult = await db.selectFrom('family_adult').select('id').where('id', '=', actor).executeTakeFirst()
  await db
    .updateTable('family_consent')
    .set({ withdrawn_at: at, withdrawn_by: adult?.id ?? null })
    .where('id', '=', consentId)
    .execute()
}

async function requireAdult(db: Kysely<Database>, id: string): Promise<void> {
  const adult = await db.selectFrom('family_adult').select('id').where('id', '=', id).executeTakeFirst()
  if (adult === undefined) throw new AppError('not-found', 'Only an adult of the household can consent.')
}

function requireRecord(history: readonly ConsentRecord[], id: string): ConsentRecord {
  const record = history.find((candidate) => candidate.id === id)
  if (record === undefined) throw new AppError('internal', 'The consent was not stored. Nothing was changed; try again.')
  return record
}
