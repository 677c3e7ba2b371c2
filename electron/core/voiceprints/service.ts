import type { Kysely } from 'kysely'
import { strictAssert } from '../../../common/assert'
import type { ChildPolicy } from '../../../common/listening/child-policy'
import { AppError } from '../../../common/result'
import type { EnrolledVoice } from '../../../common/voice-enrolment'
import type { Database } from '../../database/schema'
import { appendAudit } from '../audit/service'
import { isYoungerThan } from '../children/birth-date'
import { requireChild } from '../children/service'
import type { Clock } from '../clock'
import { isAllowed } from '../consent/service'
import { readSettings } from '../settings/repository'
import { wallTimeAt } from '../time/family-clock'
import { isUnit, likeness, toBlob } from './embedding'
import { erasePrint, listenedChildren, standingPrints, type VoicePrint } from './repository'

/**
 * Pieces of one voice are nearer to each other than this; where they are not, somebody else spoke in between. The same
 * measure says when two children's voices are too alike to be told apart well.
 */
const ALIKE = 0.85

/** The listener tells voices of eight years and more from a smaller child's; a year apart, because voices differ. */
const SMALL_YEARS = 7

/** What the listener made of a child's voice. */
export interface NewVoicePrint {
  readonly childId: string
  /** 64 numbers of length 1. */
  readonly embedding: Float32Array
  readonly seconds: number
  /** Mean likeness of the pieces to the whole, -1 to 1. */
  readonly steadiness: number
}

export interface VoicePrintService {
  /** Which children are enrolled, without the numbers of their voices. */
  readonly list: () => Promise<EnrolledVoice[]>
  /**
   * Keeps a child's voice in place of an older one.
   *
   * @param actor the adult's id
   * @throws AppError `no-consent`, `conflict` for an archived child, `not-found`.
   */
  readonly save: (print: NewVoicePrint, actor: string) => Promise<void>
  /** Erases a child's voice and nothing else; the consent stands. @throws AppError `not-found` when there is none. */
  readonly erase: (childId: string, actor: string) => Promise<void>
  /** Whether a voice may be enrolled: consent stands and the child is not archived. */
  readonly mayEnrol: (childId: string) => Promise<boolean>
  /** Which child a child's voice is taken for while the listener listens for this one. */
  readonly policyFor: (childId: string) => Promise<ChildPolicy>
}

/** @param modelSha256 the model that listens now; voices of another one are kept but not used */
export function createVoicePrintService(db: Kysely<Database>, now: Clock, modelSha256: string): VoicePrintService {
  const isCurrent = (print: VoicePrint): boolean => print.modelSha256 === modelSha256

  return {
    list: async () => {
      const prints = await standingPrints(db)
      return prints.map((print) => ({
        childId: print.childId,
        enrolledAt: print.enrolledAt,
        seconds: print.seconds,
        quality: print.steadiness >= ALIKE ? 'clear' : 'mixed',
        isCurrent: isCurrent(print),
        resemblesChildId: isCurrent(print) ? nearestAlike(print, prints.filter(isCurrent)) : null,
      }))
    },

    save: ({ childId, embedding, seconds, steadiness }, actor) =>
      db.transaction().execute(async (trx) => {
        strictAssert(isUnit(embedding), 'an embedding has 64 numbers of length 1')
        const child = await requireChild(trx, childId)
        if (child.archivedAt !== null) throw new AppError('conflict', 'This child is archived. Bring it back first.')
        if (!(await isAllowed(trx, childId, 'voice-enrolment'))) {
          throw new AppError('no-consent', 'There is no consent to enrol this child’s voice. Nothing was kept.')
        }
        const at = now()
        await trx.deleteFrom('family_voice_print').where('child_id', '=', childId).execute()
        await trx
          .insertInto('family_voice_print')
          .values({
            child_id: childId,
            embedding: toBlob(embedding),
            seconds,
            steadiness,
            model_sha256: modelSha256,
            enrolled_by: actor,
            enrolled_at: at,
          })
          .execute()
        await appendAudit(trx, at, { actor, action: 'voice.enrolled', detail: { childId, seconds: Math.round(seconds) } })
      }),

    erase: (childId, actor) =>
      db.transaction().execute(async (trx) => {
        if (!(await erasePrint(trx, childId, actor, now()))) {
          throw new AppError('not-found', 'No voice is enrolled for this child.')
        }
      }),

    mayEnrol: async (childId) =>
      (await requireChild(db, childId)).archivedAt === null && (await isAllowed(db, childId, 'voice-enrolment')),

    policyFor: async (childId) => {
      const listened = await listenedChildren(db)
      if (listened.every((id) => id === childId)) return { kind: 'only-child', olderApart: await isSmall(db, childId, now()) }
      const prints = (await standingPrints(db)).filter(isCurrent)
      const key = prints.find((print) => print.childId === childId)
      if (key === undefined) return { kind: 'children' }
      const others = prints.filter((print) => print !== key).map(({ embedding }) => embedding)
      return { kind: 'enrolled', key: key.embedding, others }
    },
  }
}

/** Whether a child is clearly younger than the voices that are taken for other children's then. */
async function isSmall(db: Kysely<Database>, childId: string, at: number): Promise<boolean> {
  const { timeZone } = await readSettings(db)
  return isYoungerThan((await requireChild(db, childId)).birthDate, SMALL_YEARS, wallTimeAt(timeZone, at).day)
}

/** The other child whose voice is nearest, when it is near enough to be mistaken for this one. */
function nearestAlike(print: VoicePrint, prints: readonly VoicePrint[]): string | null {
  const others = prints
    .filter((other) => other !== print)
    .map((other) => ({ childId: other.childId, likeness: likeness(other.embedding, print.embedding) }))
    .sort((left, right) => right.likeness - left.likeness)
  const [nearest] = others
  return nearest !== undefined && nearest.likeness >= ALIKE ? nearest.childId : null
}
