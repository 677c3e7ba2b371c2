/** Calendar arithmetic on local days `YYYY-MM-DD`. Days have no clock, so no time zone enters here. */

const DAY_MS = 86_400_000

/** The day `count` days later (earlier when negative). */
export function addDays(day: string, count: number): string {
  return iso(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS)
}

/** The first day of the month `count` months later (earlier when negative). */
export function addMonths(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  return iso(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1))
}

/** Monday of the day's week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

/** Every day from the first to the last, both included. */
export function daysBetween(from: string, to: string): readonly string[] {
  const count = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(from, index))
}

function iso(utcMs: number): string {
  return new Date(utcMs).toISOString().slice(0, 10)
}
