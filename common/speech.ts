import { z } from 'zod'
import { idSchema, localDaySchema } from './household'
import { binSchema, speechTotalsSchema } from './listening/metrics'
import { TYPERS } from './listening/protocol'

/** A day's totals next to the day. */
export const daySpeechSchema = z.object({ localDay: localDaySchema, totals: speechTotalsSchema }).readonly()
export type DaySpeech = z.infer<typeof daySpeechSchema>

/** Everything the Today page shows of one day. */
export const speechDaySchema = z
  .object({
    childId: idSchema,
    localDay: localDaySchema,
    /** UTC milliseconds at which the family's day starts and ends (23 to 25 hours apart). */
    dayStartsAt: z.number().int(),
    dayEndsAt: z.number().int(),
    totals: speechTotalsSchema,
    bins: z.array(binSchema),
    /** The seven days up to and with this one, oldest first; days without listening have zero totals. */
    week: z.array(daySpeechSchema),
  })
  .readonly()
export type SpeechDay = z.infer<typeof speechDaySchema>

export const speechPeriodSchema = z
  .object({
    startsOn: localDaySchema,
    endsOn: localDaySchema,
    daysListened: z.number().int().nonnegative(),
    totals: speechTotalsSchema,
  })
  .readonly()
export type SpeechPeriod = z.infer<typeof speechPeriodSchema>

/** One hour of one family day, for the heat map. `hour` is the local clock hour, 0 to 23. */
export const speechHourSchema = z
  .object({
    localDay: localDaySchema,
    hour: z.number().int().min(0).max(23),
    totals: speechTotalsSchema,
  })
  .readonly()
export type SpeechHour = z.infer<typeof speechHourSchema>

/** What the listener does now, and why. */
export const listeningStatusSchema = z
  .object({
    state: z.enum(['off', 'starting', 'listening', 'paused', 'lost']),
    reason: z
      .enum(['locked', 'no-child', 'no-consent', 'outside-hours', 'paused', 'microphone-lost', 'listener-crashed'])
      .nullable(),
    childId: idSchema.nullable(),
    /** UTC milliseconds; null while paused means "until I say". */
    pausedUntil: z.number().int().nullable(),
    /** UTC milliseconds since when this state holds. */
    since: z.number().int(),
    deviceName: z.string().nullable(),
    /**
     * Whose voices count as the child's while it listens: a child's voice is this one child (`one`), any of several
     * children (`all`), or told apart by enrolled voices (`enrolled`). Null while no child is chosen.
     */
    childrenCounted: z.enum(['one', 'all', 'enrolled']).nullable(),
    /** What tells voices apart, as the last listener said; null before there was one. */
    typer: z.enum(TYPERS).nullable(),
    /** Restarts after a crash since the app started. */
    restarts: z.number().int().nonnegative(),
  })
  .readonly()
export type ListeningStatus = z.infer<typeof listeningStatusSchema>

export const levelSchema = z
  .object({ rmsDbfs: z.number(), peakDbfs: z.number(), speechProbability: z.number() })
  .readonly()
export type Level = z.infer<typeof levelSchema>
