import type { SpeechPeriod } from '../../../../common/speech'

/** How many earlier weeks make "usual". */
export const WEEKS_NEEDED = 3
/** A week with less listening says too little to be compared. */
export const WEEK_LISTENED_MS = 10 * 3_600_000

export type Comparison =
  /** This week has not been listened to long enough. */
  | { readonly kind: 'short-week'; readonly listenedMs: number }
  /** Too few earlier weeks. */
  | { readonly kind: 'few-weeks'; readonly weeks: number }
  | {
      readonly kind: 'more' | 'less' | 'similar'
      /** Difference to the usual, a share of it, never negative. */
      readonly difference: number
      readonly weeks: number
    }

/**
 * Compares a week's adult words per listened hour with the median of the same child's earlier weeks. Hours, not
 * totals, so that a week with more listening is not taken for one with more talk. "Similar" when the usual lies
 * within the week's own interval: a difference the measure cannot carry is not claimed.
 */
export function compareWeek(week: SpeechPeriod | undefined, earlier: readonly SpeechPeriod[]): Comparison {
  const usable = earlier.filter(({ totals }) => totals.listenedMs >= WEEK_LISTENED_MS)
  if (usable.length < WEEKS_NEEDED) return { kind: 'few-weeks', weeks: usable.length }
  const listenedMs = week?.totals.listenedMs ?? 0
  if (week === undefined || listenedMs < WEEK_LISTENED_MS) return { kind: 'short-week', listenedMs }
  const usual = median(usable.map(({ totals }) => perHour(totals.adultWords.value, totals.listenedMs)))
  const { value, low, high } = week.totals.adultWords
  const weeks = usable.length
  if (usual === 0) return { kind: value > 0 ? 'more' : 'similar', difference: value > 0 ? 1 : 0, weeks }
  const difference = Math.abs(perHour(value, listenedMs) / usual - 1)
  if (usual >= perHour(low, listenedMs) && usual <= perHour(high, listenedMs)) return { kind: 'similar', difference, weeks }
  return { kind: perHour(value, listenedMs) > usual ? 'more' : 'less', difference, weeks }
}

function perHour(count: number, listenedMs: number): number {
  return count / (listenedMs / 3_600_000)
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
