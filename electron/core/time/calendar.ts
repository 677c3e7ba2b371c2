import type { LocalDay } from '../../../common/household'

/** Calendar days as whole numbers, so that ranges and weeks need no time zone. Day 0 is 1970-01-01, a Thursday. */
export type DayIndex = number

export const DAY_MS = 86_400_000

/** @throws RangeError for a text that is no date. */
export function dayIndexOf(day: LocalDay): DayIndex {
  const index = Date.parse(`${day}T00:00:00Z`) / DAY_MS
  if (!Number.isInteger(index) || dayOfIndex(index) !== day) throw new RangeError('not a calendar day')
  return index
}

export function dayOfIndex(index: DayIndex): LocalDay {
  return new Date(index * DAY_MS).toISOString().slice(0, 10)
}

export function addDays(day: LocalDay, days: number): LocalDay {
  return dayOfIndex(dayIndexOf(day) + days)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return dayIndexOf(to) - dayIndexOf(from)
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(day: LocalDay): number {
  return weekdayOfIndex(dayIndexOf(day))
}

export function weekdayOfIndex(index: DayIndex): number {
  return (((index + 3) % 7) + 7) % 7
}

export interface DaySpan {
  readonly startsOn: LocalDay
  /** The last day, included. */
  readonly endsOn: LocalDay
}

/** The week, Monday to Sunday, that a day is in. */
export function weekOf(day: LocalDay): DaySpan {
  const monday = addDays(day, -weekdayOf(day))
  return { startsOn: monday, endsOn: addDays(monday, 6) }
}

/** The calendar month that a day is in. */
export function monthOf(day: LocalDay): DaySpan {
  const startsOn = `${day.slice(0, 7)}-01`
  const start = new Date(dayIndexOf(startsOn) * DAY_MS)
  const next = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1) / DAY_MS
  return { startsOn, endsOn: dayOfIndex(next - 1) }
}

/** The week or month that a day is in. */
export function spanOf(by: 'week' | 'month', day: LocalDay): DaySpan {
  return by === 'week' ? weekOf(day) : monthOf(day)
}
