import { Temporal } from 'temporal-polyfill'
import type { LocalDay } from '../../../common/household'
import { addDays } from './local-day'

/** How a family counts its days. */
export interface CalendarRules {
  /** IANA name. */
  readonly timeZone: string
  /** When the family's day starts, minutes after local midnight. */
  readonly dayStartMinute: number
}

export interface DayBounds {
  /** UTC milliseconds; the day is `startsAt <= t < endsAt`. */
  readonly startsAt: number
  readonly endsAt: number
}

/** A moment on the wall clock. */
export interface WallTime {
  readonly date: LocalDay
  /** 0 = Monday … 6 = Sunday. */
  readonly weekday: number
  /** Minutes after midnight, whole. */
  readonly minute: number
}

/** Local days of one family. Days tile the time line: each moment is in exactly one. */
export interface FamilyCalendar {
  readonly rules: CalendarRules
  /** The family's day of a moment (UTC milliseconds). */
  readonly localDayOf: (at: number) => LocalDay
  /** The clock hour, 0 to 23, of a moment. */
  readonly localHourOf: (at: number) => number
  /** Where a day starts and ends: 24 hours apart but for clock changes. */
  readonly dayBounds: (day: LocalDay) => DayBounds
}

/** Days kept with their bounds; a dashboard looks at one, a bin at today. */
const KEPT_DAYS = 64

/**
 * Start of day that a clock change skips is moved on by the change, one that comes twice is the first
 * (Temporal's `compatible`).
 */
export function createCalendar(rules: CalendarRules): FamilyCalendar {
  const starts = new Map<LocalDay, number>()
  let last: (DayBounds & { readonly day: LocalDay }) | null = null

  const startOf = (day: LocalDay): number => {
    const known = starts.get(day)
    if (known !== undefined) return known
    if (starts.size >= KEPT_DAYS) starts.clear()
    const start = wallToUtc(rules.timeZone, day, rules.dayStartMinute, 'compatible')
    starts.set(day, start)
    return start
  }
  const dayBounds = (day: LocalDay): DayBounds => ({ startsAt: startOf(day), endsAt: startOf(addDays(day, 1)) })

  const localDayOf = (at: number): LocalDay => {
    if (last !== null && at >= last.startsAt && at < last.endsAt) return last.day
    let day = wallTimeOf(rules.timeZone, at).date
    while (at < startOf(day)) day = addDays(day, -1)
    while (at >= startOf(addDays(day, 1))) day = addDays(day, 1)
    last = { day, ...dayBounds(day) }
    return day
  }

  return {
    rules,
    localDayOf,
    localHourOf: (at) => Math.floor(wallTimeOf(rules.timeZone, at).minute / 60),
    dayBounds,
  }
}

/** What the wall clock shows in a zone at a moment (UTC milliseconds). */
export function wallTimeOf(timeZone: string, at: number): WallTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(timeZone)
  return {
    date: zoned.toPlainDate().toString(),
    weekday: zoned.dayOfWeek - 1,
    minute: zoned.hour * 60 + zoned.minute,
  }
}

/** The moment (UTC milliseconds) at which a zone's wall clock shows a minute of a day; 1440 is the next midnight. */
export function wallToUtc(
  timeZone: string,
  date: LocalDay,
  minute: number,
  disambiguation: 'compatible' | 'earlier' | 'later',
): number {
  const day = minute === 1440 ? addDays(date, 1) : date
  const ofDay = minute % 1440
  return Temporal.PlainDate.from(day)
    .toPlainDateTime({ hour: Math.floor(ofDay / 60), minute: ofDay % 60 })
    .toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds
}

/** The next moment after `at` at which the zone's offset changes; null when none is known. */
export function nextOffsetChange(timeZone: string, at: number): number | null {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  return zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? null
}
