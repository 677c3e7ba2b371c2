import { z } from 'zod'
import { SOUND_TYPES } from './voice'

/** A measured quantity with its 80 % interval. */
export const estimateSchema = z
  .object({
    value: z.number().nonnegative(),
    low: z.number().nonnegative(),
    high: z.number().nonnegative(),
  })
  .readonly()
export type Estimate = z.infer<typeof estimateSchema>

export const ZERO_ESTIMATE: Estimate = { value: 0, low: 0, high: 0 }

/** Milliseconds of each sound type; together they make up the time listened. */
export const soundMsSchema = z.record(z.enum(SOUND_TYPES), z.number().nonnegative()).readonly()
export type SoundMs = z.infer<typeof soundMsSchema>

/** What is known about a stretch of time: a bin, an hour, a day, a week. */
export const speechTotalsSchema = z
  .object({
    /** Time during which sound was analysed. */
    listenedMs: z.number().nonnegative(),
    /** Time that should have been listened to and was not (microphone lost, computer asleep, listener down). */
    gapMs: z.number().nonnegative(),
    soundMs: soundMsSchema,
    /** AWC */
    adultWords: estimateSchema,
    /** CVC */
    childVocalizations: estimateSchema,
    /** CTC */
    conversationalTurns: estimateSchema,
    /** Energy mean of the level over the time listened; null when nothing was listened to. */
    levelMeanDbfs: z.number().nullable(),
    /** 90th percentile of the level; for roll-ups the listened-time weighted mean of the bins' percentiles. */
    levelP90Dbfs: z.number().nullable(),
  })
  .readonly()
export type SpeechTotals = z.infer<typeof speechTotalsSchema>

/** The length of a bin, aligned to the UTC clock. */
export const BIN_MS = 5 * 60_000

/** One 5-minute bin. The first and last bin of a session may be shorter: `endedAt` says so. Times are UTC milliseconds. */
export const binSchema = speechTotalsSchema.unwrap().extend({
  startedAt: z.number().int().nonnegative(),
  endedAt: z.number().int().nonnegative(),
}).readonly()
export type SpeechBin = z.infer<typeof binSchema>

export function zeroSoundMs(): Record<(typeof SOUND_TYPES)[number], number> {
  return { KCHI: 0, OCH: 0, CHI: 0, FEM: 0, MAL: 0, OLN: 0, ELE: 0, CRY: 0, LAU: 0, NOI: 0, SIL: 0 }
}
