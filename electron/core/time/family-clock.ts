import { Temporal } from 'temporal-polyfill'
import type { LocalDay } from '../../../common/household'
import { DAY_MS, dayIndexOf, type DayIndex, dayOfIndex } from './calendar'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** Days whose bounds are remembered: more than five years, for reports that walk through all of them. */
const MAX_CACHED_DAYS = 2_048

export interface DayBounds {
  /** UTC milliseconds. */
  readonly startsAt: number
  /** UTC milliseconds, excluded; the start of the next day. */
  readonly endsAt: number
}

/** The family's days: they start at the family's hour, so that a late evening belongs to the day it ends. */
export interface FamilyClock {
  readonly timeZone: string
  /** The family day in which a moment (UTC milliseconds) lies. */
  readonly dayOf: (utcMs: number) => LocalDay
  /** When a family day starts and ends: 23 to 25 hours apart; equal for a day that the zone's calendar left out. */
  readonly boundsOf: (day: LocalDay) => DayBounds
  /** The hour that a clock on the wall shows, 0 to 23. */
  readonly hourOf: (utcMs: number) => number
}

interface CachedDay extends DayBounds {
  /** Local time minus UTC when the day starts and ends; different on days with a clock change. */
  readonly startOffsetMs: number
  readonly endOffsetMs: number
}

/**
 * Temporal knows the zones' rules; what it answered is remembered a day at a time, because it takes microseconds to
 * tens of microseconds and a report asks hundreds of thousands of times.
 *
 * A day start that a clock change skips is taken later by the length of the jump, one that happens twice at its first
 * time (Temporal's `compatible`).
 *
 * @param timeZone IANA name
 * @param dayStartMinute minutes after midnight, 0 to 360
 * @throws RangeError for a zone that this runtime does not know
 */
export function createFamilyClock(timeZone: string, dayStartMinute: number): FamilyClock {
  const startTime = { hour: Math.floor(dayStartMinute / 60), minute: dayStartMinute % 60 }
  const days = new Map<DayIndex, CachedDay>()

  const startOf = (index: DayIndex): Temporal.ZonedDateTime =>
    Temporal.PlainDate.from(dayOfIndex(index)).toZonedDateTime({ timeZone, plainTime: startTime })

  const cachedDay = (index: DayIndex): CachedDay => {
    const known = days.get(index)
    if (known !== undefined) return known
    const start = startOf(index)
    const end = startOf(index + 1)
    const day = {
      startsAt: start.epochMilliseconds,
      endsAt: end.epochMilliseconds,
      startOffsetMs: start.offsetNanoseconds / 1e6,
      endOffsetMs: end.offsetNanoseconds / 1e6,
    }
    if (days.size >= MAX_CACHED_DAYS) days.clear()
    days.set(index, day)
    return day
  }

  /** Zones are at most 14 hours from UTC and a day starts at most 6 hours late: one of three UTC days has its name. */
  const indexOf = (utcMs: number): DayIndex => {
    const utcDay = Math.floor(utcMs / DAY_MS)
    for (const index of [utcDay, utcDay - 1, utcDay + 1]) {
      const { startsAt, endsAt } = cachedDay(index)
      if (utcMs >= startsAt && utcMs < endsAt) return index
    }
    throw new RangeError('a moment outside every local day')
  }

  startOf(0) // An unknown zone is told now, not at the first question.
  return {
    timeZone,
    dayOf: (utcMs) => dayOfIndex(indexOf(utcMs)),
    boundsOf: (day) => {
      const { startsAt, endsAt } = cachedDay(dayIndexOf(day))
      return { startsAt, endsAt }
    },
    hourOf: (utcMs) => {
      const { startOffsetMs, endOffsetMs } = cachedDay(indexOf(utcMs))
      const offsetMs = startOffsetMs === endOffsetMs ? startOffsetMs : offsetAt(timeZone, utcMs)
      const localMs = utcMs + offsetMs
      return Math.floor((localMs - Math.floor(localMs / DAY_MS) * DAY_MS) / HOUR_MS)
    },
  }
}

/** Local time minus UTC at a moment, in milliseconds. */
function offsetAt(timeZone: string, utcMs: number): number {
  return Temporal.Instant.fromEpochMilliseconds(utcMs).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6
}

export interface WallTime {
  readonly day: LocalDay
  /** Minutes after midnight. */
  readonly minute: number
}

/** What calendar and clock on the wall show; the day here changes at midnight, not at the family's start of day. */
export function wallTimeAt(timeZone: string, utcMs: number): WallTime {
  const localMs = utcMs + offsetAt(timeZone, utcMs)
  const index = Math.floor(localMs / DAY_MS)
  return { day: dayOfIndex(index), minute: Math.floor((localMs - index * DAY_MS) / MINUTE_MS) }
}

/**
 * The moments (UTC milliseconds) at which the wall shows a time: one; two when the clock was put back over it. For a
 * time that the clock jumped over, the two moments that are as far from it, before and after the jump.
 */
export function momentsOf(timeZone: string, day: LocalDay, minute: number): readonly number[] {
  const midnight = Temporal.PlainDateTime.from({ ...partsOf(day), hour: 0 })
  const wall = midnight.add({ minutes: minute })
  const moments = (['earlier', 'later'] as const).map(
    (disambiguation) => wall.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds,
  )
  return [...new Set(moments)]
}

function partsOf(day: LocalDay): { year: number; month: number; day: number } {
  const date = new Date(dayIndexOf(day) * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The next moment after `utcMs` at which the zone's clocks change; null when none is known. */
export function nextClockChange(timeZone: string, utcMs: number): number | null {
  const zoned = Temporal.Instant.fromEpochMilliseconds(utcMs).toZonedDateTimeISO(timeZone)
  return zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? null
}
