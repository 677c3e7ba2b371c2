import type { LocalDay } from '../../../common/household'

/**
 * Arithmetic on calendar days as text, `YYYY-MM-DD`. No time zone takes part: a day's neighbours, week and month are
 * the calendar's. Days compare as text.
 */

const DAY_MS = 86_400_000

/** A day as the number of days since 1970-01-01. @throws RangeError for text that is not a day of the calendar. */
export function dayNumber(day: LocalDay): number {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) throw new RangeError('not a calendar day')
  return at / DAY_MS
}

export function fromDayNumber(number: number): LocalDay {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

/** Whether the text is a day that the calendar has; 30 February is none. */
export function isCalendarDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && fromDayNumber(at / DAY_MS) === text
}

export function addDays(day: LocalDay, days: number): LocalDay {
  return fromDayNumber(dayNumber(day) + days)
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(day: LocalDay): number {
  // 1970-01-01 was a Thursday.
  return (((dayNumber(day) + 3) % 7) + 7) % 7
}

/** The Monday of the day's week. */
export function weekStartOf(day: LocalDay): LocalDay {
  return addDays(day, -weekdayOf(day))
}

export function monthStartOf(day: LocalDay): LocalDay {
  return `${day.slice(0, 7)}-01`
}

export function monthEndOf(day: LocalDay): LocalDay {
  const [year, month] = day.split('-').map(Number)
  // Day 0 of the following month is the last of this one.
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10)
}

/** The days from `from` to `to`, both included, oldest first; empty when `to` is before `from`. */
export function daysBetween(from: LocalDay, to: LocalDay): readonly LocalDay[] {
  const first = dayNumber(from)
  const count = Math.max(0, dayNumber(to) - first + 1)
  return Array.from({ length: count }, (_, index) => fromDayNumber(first + index))
}
