import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '../../database/schema'
import { appendAudit } from '../audit/service'
import type { Clock } from '../clock'
import { isAllowed } from '../consent/service'
import { readSetting, readSettings, writeSetting } from '../settings/repository'
import { findChild } from '../children/service'
import { decide, isPaused, type ListeningDecision, type Pause } from './policy'

const MINUTE_MS = 60_000

const pauseSchema = z.object({ until: z.number().int().nullable() }).nullable()

export interface ListeningService {
  /** What consent, hours, pause and the chosen child say. @param at UTC milliseconds */
  readonly decide: (at: number) => Promise<ListeningDecision>
  /** Whether somebody's pause holds, whatever else the rules say. @param at UTC milliseconds */
  readonly isPaused: (at: number) => Promise<boolean>
  /**
   * Pauses for some minutes, or (null) until somebody resumes. A pause that holds is never made shorter: anybody may
   * pause, only a parent may resume.
   */
  readonly pause: (forMinutes: number | null, actor: string) => Promise<void>
  readonly resume: (actor: string) => Promise<void>
}

export function createListeningService(db: Kysely<Database>, now: Clock): ListeningService {
  return {
    decide: async (at) => {
      const settings = await readSettings(db)
      const { childId } = settings.listening
      if (childId === null) return decide(at, { settings, child: null, consentGiven: false, pause: null })
      return decide(at, {
        settings,
        child: await findChild(db, childId),
        consentGiven: await isAllowed(db, childId, 'listening'),
        pause: await readPause(db),
      })
    },

    isPaused: async (at) => isPaused(await readPause(db), at),

    pause: (forMinutes, actor) =>
      db.transaction().execute(async (trx) => {
        const at = now()
        const asked: Pause = { until: forMinutes === null ? null : at + forMinutes * MINUTE_MS }
        await writeSetting(trx, 'listening.pause', longer(await readPause(trx), asked), at)
        await appendAudit(trx, at, { actor, action: 'listening.paused', detail: { forMinutes } })
      }),

    resume: (actor) =>
      db.transaction().execute(async (trx) => {
        if ((await readPause(trx)) === null) return
        const at = now()
        await writeSetting(trx, 'listening.pause', null, at)
        await appendAudit(trx, at, { actor, action: 'listening.resumed', detail: {} })
      }),
  }
}

function longer(current: Pause | null, asked: Pause): Pause {
  if (current === null || asked.until === null) return asked
  return current.until === null || current.until > asked.until ? current : asked
}

/** A stored pause that cannot be read counts as one until somebody resumes: when in doubt, nobody is listened to. */
async function readPause(db: Kysely<Database>): Promise<Pause | null> {
  const parsed = pauseSchema.safeParse((await readSetting(db, 'listening.pause')) ?? null)
  return parsed.success ? parsed.data : { until: null }
}
