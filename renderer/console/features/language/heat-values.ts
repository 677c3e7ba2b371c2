import type { Estimate } from '../../../../common/listening/metrics'
import type { SpeechHour } from '../../../../common/speech'

/** Under this much listening an hour has no number of its own. */
export const HOUR_LISTENED_MS = 5 * 60_000
const HOUR_MS = 3_600_000

/** The clock hours of a family's day in the order in which it lives them. */
export function hoursOfDay(dayStartMinute: number): readonly number[] {
  const first = Math.floor(dayStartMinute / 60)
  return Array.from({ length: 24 }, (_, index) => (first + index) % 24)
}

export interface HeatTable {
  /** Adult words for each hour of listening by day, then hour; null without enough listening. */
  readonly values: readonly (readonly (number | null)[])[]
  /** The values' ranges, the ends added as for a day. */
  readonly ranges: readonly (readonly (Estimate | null)[])[]
  readonly listenedMs: readonly (readonly number[])[]
}

/** Puts hours into a table of days and clock hours. An hour that the clock strikes twice is one cell. */
export function heatTable(hours: readonly SpeechHour[], days: readonly string[], clockHours: readonly number[]): HeatTable {
  const cells = days.map((day) =>
    clockHours.map((clockHour) => {
      const inside = hours.filter(({ localDay, hour }) => localDay === day && hour === clockHour)
      const listenedMs = inside.reduce((sum, { totals }) => sum + totals.listenedMs, 0)
      if (listenedMs < HOUR_LISTENED_MS) return { listenedMs, words: null }
      const anHour = (end: keyof Estimate) => inside.reduce((sum, { totals }) => sum + totals.adultWords[end], 0) / (listenedMs / HOUR_MS)
      return { listenedMs, words: { value: anHour('value'), low: anHour('low'), high: anHour('high') } }
    }),
  )
  return {
    values: cells.map((row) => row.map(({ words }) => words?.value ?? null)),
    ranges: cells.map((row) => row.map(({ words }) => words)),
    listenedMs: cells.map((row) => row.map(({ listenedMs }) => listenedMs)),
  }
}
