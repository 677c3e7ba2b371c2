import { type Estimate, type SpeechTotals } from '../../../../common/listening/metrics'
import type { SpeechPeriod } from '../../../../common/speech'
import type { Metric } from '../today/metrics'
import type { Period } from './period-range'

/** A day with less listening may not show a whole day's talk. */
export const SHORT_DAY_MS = 10 * 3_600_000

export interface ListenedPeriod extends Period {
  /** Null when nothing of the period was listened to. */
  readonly totals: SpeechTotals | null
  readonly daysListened: number
  /** Its days were listened to for less than {@link SHORT_DAY_MS} on average. */
  readonly short: boolean
}

/** Puts what is known into the periods of the screen; those that main did not send were not listened to. */
export function listenedPeriods(periods: readonly Period[], known: readonly SpeechPeriod[]): readonly ListenedPeriod[] {
  return periods.map((period) => {
    const found = known.find(({ startsOn, endsOn, totals }) => startsOn <= period.endsOn && endsOn >= period.startsOn && totals.listenedMs > 0)
    const daysListened = Math.max(1, found?.daysListened ?? 1)
    return found === undefined
      ? { ...period, totals: null, daysListened: 0, short: false }
      : { ...period, totals: found.totals, daysListened, short: found.totals.listenedMs / daysListened < SHORT_DAY_MS }
  })
}

/** A metric for each day that was listened to, so that weeks with a day missing stay comparable. */
export function perListenedDay({ totals, daysListened }: ListenedPeriod, metric: Metric): Estimate | null {
  if (totals === null) return null
  const { value, low, high } = totals[metric]
  return { value: value / daysListened, low: low / daysListened, high: high / daysListened }
}
