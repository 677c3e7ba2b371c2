import type { Child } from '../../../common/household'
import { homeLanguageOf, type FamilySettings, type WeekHours } from '../../../common/settings'
import { syllablesPerWord } from '../../../resources/languages/index'
import { addDays, weekdayOf } from '../time/calendar'
import { momentsOf, nextClockChange, wallTimeAt } from '../time/family-clock'

/** A pause that somebody in the room made; `until` (UTC milliseconds) null = until somebody resumes. */
export interface Pause {
  readonly until: number | null
}

export interface PolicyFacts {
  readonly settings: FamilySettings
  /** The chosen child; null when none is chosen or it is not in the household. */
  readonly child: Child | null
  /** Whether a consent to listening stands for that child. */
  readonly consentGiven: boolean
  readonly pause: Pause | null
}

/** What the rules say now. */
export interface ListeningDecision {
  readonly listen: boolean
  readonly reason: 'no-child' | 'no-consent' | 'outside-hours' | 'paused' | null
  readonly childId: string | null
  readonly deviceName: string | null
  /** Of the language spoken at home. */
  readonly syllablesPerWord: number
  /** UTC milliseconds; only while `reason` is `paused`. */
  readonly pausedUntil: number | null
  /** UTC milliseconds at which the decision changes by itself; null = only by somebody's act. */
  readonly nextChangeAt: number | null
}

/**
 * Whether to listen now. A pause outranks the hours, so that whoever paused sees that it holds.
 *
 * @param now UTC milliseconds
 */
export function decide(now: number, { settings, child, consentGiven, pause }: PolicyFacts): ListeningDecision {
  const { timeZone, listening } = settings
  const refuse = (reason: ListeningDecision['reason'], nextChangeAt: number | null): ListeningDecision => ({
    listen: false,
    reason,
    childId: child?.id ?? null,
    deviceName: listening.deviceName,
    syllablesPerWord: syllablesPerWord(homeLanguageOf(settings)),
    pausedUntil: reason === 'paused' ? (pause?.until ?? null) : null,
    nextChangeAt,
  })

  if (child === null || child.archivedAt !== null) return { ...refuse('no-child', null), childId: null }
  if (!consentGiven) return refuse('no-consent', null)
  if (isPaused(pause, now)) return refuse('paused', pause?.until ?? null)
  const nextChangeAt = nextHoursChange(now, timeZone, listening.hours)
  if (!isInHours(now, timeZone, listening.hours)) return refuse('outside-hours', nextChangeAt)
  return { ...refuse(null, nextChangeAt), listen: true }
}

/** @param now UTC milliseconds */
export function isPaused(pause: Pause | null, now: number): boolean {
  return pause !== null && (pause.until === null || now < pause.until)
}

/** By the clock on the wall: a time that comes twice when clocks are put back counts both times. */
function isInHours(utcMs: number, timeZone: string, hours: WeekHours): boolean {
  const { day, minute } = wallTimeAt(timeZone, utcMs)
  return (hours[weekdayOf(day)] ?? []).some((range) => minute >= range.startMinute && minute < range.endMinute)
}

/** A week and a day more: by then every range has come, even when clocks change. */
const HORIZON_DAYS = 8

/**
 * When listening by hours next begins or ends. It can do so only where the wall shows the start or end of a range, at
 * midnight, or when the clocks change; the first of these moments with a different answer is the one.
 */
function nextHoursChange(now: number, timeZone: string, hours: WeekHours): number | null {
  const inHours = isInHours(now, timeZone, hours)
  const today = wallTimeAt(timeZone, now).day
  for (let ahead = -1; ahead <= HORIZON_DAYS; ahead += 1) {
    const first = candidatesOf(addDays(today, ahead), timeZone, hours).find(
      (moment) => moment > now && isInHours(moment, timeZone, hours) !== inHours,
    )
    if (first !== undefined) return first
  }
  return null
}

/** Moments of one calendar day at which the answer may change, in order. */
function candidatesOf(day: string, timeZone: string, hours: WeekHours): readonly number[] {
  const minutes = [0, ...(hours[weekdayOf(day)] ?? []).flatMap(({ startMinute, endMinute }) => [startMinute, endMinute])]
  const moments = minutes.flatMap((minute) => momentsOf(timeZone, day, minute))
  const [midnight = 0] = momentsOf(timeZone, day, 0)
  const clockChange = nextClockChange(timeZone, midnight - 1)
  const [nextMidnight = 0] = momentsOf(timeZone, addDays(day, 1), 0)
  if (clockChange !== null && clockChange < nextMidnight) moments.push(clockChange)
  return moments.sort((left, right) => left - right)
}
