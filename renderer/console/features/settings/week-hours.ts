import type { WeekHours } from '../../../../common/settings'

export type HourRange = WeekHours[number][number]
export type DayHours = readonly HourRange[]

/** What a day can hold; the same as the contract's. */
export const MAX_RANGES = 6
export const DAY_MINUTES = 1440
/** Times are chosen in steps of a quarter of an hour. */
export const STEP_MINUTES = 15
const FIRST_LENGTH = 120

export type DayProblem = 'ends-before-start' | 'overlap'

/** What is wrong with a day's ranges, if anything. Ranges that only touch are fine. */
export function dayProblem(day: DayHours): DayProblem | null {
  if (day.some(({ startMinute, endMinute }) => endMinute <= startMinute)) return 'ends-before-start'
  const sorted = sortDay(day)
  const overlaps = sorted.some((range, index) => {
    const before = sorted[index - 1]
    return before !== undefined && range.startMinute < before.endMinute
  })
  return overlaps ? 'overlap' : null
}

export function sortDay(day: DayHours): DayHours {
  return [...day].sort((a, b) => a.startMinute - b.startMinute)
}

/** The day with one more range after its last one, as long as there is room; null when there is none. */
export function addRange(day: DayHours): DayHours | null {
  if (day.length >= MAX_RANGES) return null
  const last = sortDay(day).at(-1)
  if (last === undefined) return [{ startMinute: 8 * 60, endMinute: 19 * 60 }]
  const startMinute = last.endMinute + STEP_MINUTES * 2
  if (startMinute + STEP_MINUTES > DAY_MINUTES) return null
  return [...day, { startMinute, endMinute: Math.min(DAY_MINUTES, startMinute + FIRST_LENGTH) }]
}

/** Every weekday like this one. */
export function copyToAll(day: DayHours): HourRange[][] {
  return Array.from({ length: 7 }, () => [...day])
}

/** The week with one day replaced. */
export function withDay(week: WeekHours, index: number, day: DayHours): HourRange[][] {
  return week.map((other, at) => [...(at === index ? day : other)])
}

export function sameDay(a: DayHours, b: DayHours): boolean {
  return (
    a.length === b.length &&
    a.every((range, index) => range.startMinute === b[index]?.startMinute && range.endMinute === b[index].endMinute)
  )
}
