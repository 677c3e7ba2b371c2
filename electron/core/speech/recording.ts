import type { Kysely, Transaction } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { SpeechBin } from '../../../common/listening/metrics'
import type { GAP_REASONS } from '../../../common/listening/protocol'
import { AppError } from '../../../common/result'
import type { Database } from '../../database/schema'
import { requireChild } from '../children/service'
import { isAllowed } from '../consent/service'
import type { FamilyClock } from '../time/family-clock'
import { refreshRollups } from './rollups'
import { measuresOf } from './totals'

/** A stretch that could not be heard; its time is in the bins' `gapMs` as well. UTC milliseconds. */
export interface Gap {
  readonly startedAt: number
  readonly endedAt: number
  readonly reason: (typeof GAP_REASONS)[number]
}

export interface SpeechRecording {
  /**
   * @param startedAt UTC milliseconds
   * @returns the session's id
   * @throws AppError `no-consent` unless a consent to listening stands, whatever was decided before; `not-found`.
   */
  readonly startSession: (childId: string, deviceName: string, startedAt: number) => Promise<string>
  /** Ends a session once; a second end, or one before the start, changes nothing of it. @throws AppError `not-found` */
  readonly endSession: (sessionId: string, endedAt: number) => Promise<void>
  /**
   * Stores a bin, or a newer state of the one that starts at the same time, with its roll-ups. A complete bin is not
   * replaced by a late state of when it was not. @throws AppError `not-found`
   */
  readonly recordBin: (sessionId: string, bin: SpeechBin, final: boolean) => Promise<void>
  /** An empty gap is none. @throws AppError `not-found` */
  readonly recordGap: (sessionId: string, gap: Gap) => Promise<void>
  /** Ends sessions that a crash or a power cut left open, where their last bin or gap ends. @returns how many */
  readonly closeDangling: () => Promise<number>
}

export function createSpeechRecording(
  db: Kysely<Database>,
  clockOf: (db: Kysely<Database>) => Promise<FamilyClock>,
): SpeechRecording {
  const inTransaction = <T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T> => db.transaction().execute(work)

  return {
    startSession: (childId, deviceName, startedAt) =>
      inTransaction(async (trx) => {
        await requireChild(trx, childId)
        if (!(await isAllowed(trx, childId, 'listening'))) {
          throw new AppError('no-consent', 'No consent to listening stands for this child. Nothing is measured.')
        }
        const id = uuidv7()
        const localDay = (await clockOf(trx)).dayOf(startedAt)
        await trx
          .insertInto('audio_session')
          .values({
            id,
            child_id: childId,
            device_name: deviceName,
            started_at: startedAt,
            local_day: localDay,
            ended_at: null,
            end_reason: null,
          })
          .execute()
        return id
      }),

    endSession: (sessionId, endedAt) =>
      inTransaction(async (trx) => {
        const session = await requireSession(trx, sessionId)
        if (session.ended_at === null) await end(trx, sessionId, Math.max(endedAt, session.started_at), 'stopped')
      }),

    recordBin: (sessionId, bin, final) =>
      inTransaction(async (trx) => {
        const session = await requireSession(trx, sessionId)
        const known = await trx
          .selectFrom('audio_bin')
          .select(['local_day', 'local_hour', 'final'])
          .where('session_id', '=', sessionId)
          .where('started_at', '=', bin.startedAt)
          .executeTakeFirst()
        if (known?.final === 1 && !final) return
        // Once placed it stays there, even when the family moves to another zone meanwhile.
        const place = known ?? (await placeOf(trx, bin.startedAt))
        const columns = { ended_at: bin.endedAt, final: final ? 1 : 0, ...measuresOf(bin) }
        await trx
          .insertInto('audio_bin')
          .values({
            session_id: sessionId,
            started_at: bin.startedAt,
            child_id: session.child_id,
            local_day: place.local_day,
            local_hour: place.local_hour,
            ...columns,
          })
          .onConflict((conflict) => conflict.columns(['session_id', 'started_at']).doUpdateSet(columns))
          .execute()
        await refreshRollups(trx, {
          childId: session.child_id,
          localDay: place.local_day,
          localHour: place.local_hour,
        })
      }),

    recordGap: (sessionId, { startedAt, endedAt, reason }) =>
      inTransaction(async (trx) => {
        await requireSession(trx, sessionId)
        if (endedAt <= startedAt) return
        const { local_day: localDay } = await placeOf(trx, startedAt)
        const columns = { ended_at: endedAt, reason }
        await trx
          .insertInto('audio_gap')
          .values({ session_id: sessionId, started_at: startedAt, local_day: localDay, ...columns })
          .onConflict((conflict) => conflict.columns(['session_id', 'started_at']).doUpdateSet(columns))
          .execute()
      }),

    closeDangling: () =>
      inTransaction(async (trx) => {
        const open = await trx.selectFrom('audio_session').select(['id', 'started_at']).where('ended_at', 'is', null).execute()
        for (const session of open) {
          await end(trx, session.id, Math.max(session.started_at, await lastHeard(trx, session.id)), 'dangling')
        }
        return open.length
      }),
  }

  async function placeOf(trx: Transaction<Database>, startedAt: number): Promise<{ local_day: string; local_hour: number }> {
    const clock = await clockOf(trx)
    return { local_day: clock.dayOf(startedAt), local_hour: clock.hourOf(startedAt) }
  }
}

async function requireSession(trx: Transaction<Database>, id: string) {
  const session = await trx
    .selectFrom('audio_session')
    .select(['child_id', 'started_at', 'ended_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (session === undefined) throw new AppError('not-found', 'There is no such listening session.')
  return session
}

/** No more states of the session's bins will come: what is there is complete. */
async function end(trx: Transaction<Database>, id: string, endedAt: number, reason: 'stopped' | 'dangling'): Promise<void> {
  await trx.updateTable('audio_session').set({ ended_at: endedAt, end_reason: reason }).where('id', '=', id).execute()
  await trx.updateTable('audio_bin').set({ final: 1 }).where('session_id', '=', id).where('final', '=', 0).execute()
}

/** UTC milliseconds; 0 for a session without a bin or gap. */
async function lastHeard(trx: Transaction<Database>, sessionId: string): Promise<number> {
  const bins = await trx
    .selectFrom('audio_bin')
    .select((eb) => eb.fn.max<number | null>('ended_at').as('at'))
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  const gaps = await trx
    .selectFrom('audio_gap')
    .select((eb) => eb.fn.max<number | null>('ended_at').as('at'))
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return Math.max(bins?.at ?? 0, gaps?.at ?? 0)
}
