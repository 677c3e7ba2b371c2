export interface BirthParts {
  readonly year: number | null
  /** 1 to 12 */
  readonly month: number | null
  /** 1 to 31; null when the parents keep it to themselves. */
  readonly day: number | null
}

export type BirthProblem = 'missing' | 'no-such-day' | 'future' | 'too-old'

const MAX_AGE_YEARS = 18

/** `2024-03-09` or `2024-03` as its parts. */
export function birthParts(birthDate: string): BirthParts {
  const [year, month, day] = birthDate.split('-').map(Number)
  return { year: year ?? null, month: month ?? null, day: day ?? null }
}

/** The parts as the contract writes them; null while year or month is missing. */
export function birthDateOf({ year, month, day }: BirthParts): string | null {
  if (year === null || month === null) return null
  const two = (part: number) => String(part).padStart(2, '0')
  return day === null ? `${String(year)}-${two(month)}` : `${String(year)}-${two(month)}-${two(day)}`
}

/** How many days a month has; 31 while the month is not chosen. */
export function daysInMonth(year: number | null, month: number | null): number {
  // A leap year until the year is known, so that the 29th can be chosen first.
  return month === null ? 31 : new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate()
}

/** What keeps the parts from being a child's birthday; null when nothing does. `today` is `YYYY-MM-DD`. */
export function birthProblem(parts: BirthParts, today: string): BirthProblem | null {
  const { year, month, day } = parts
  const date = birthDateOf(parts)
  if (year === null || month === null || date === null) return 'missing'
  if (day !== null && day > daysInMonth(year, month)) return 'no-such-day'
  if (date > today.slice(0, date.length)) return 'future'
  const oldest = `${String(Number(today.slice(0, 4)) - MAX_AGE_YEARS)}${today.slice(4)}`
  return date < oldest.slice(0, date.length) ? 'too-old' : null
}

/** Whole months from birth to today; a birthday without its day counts from the first of its month. */
export function ageInMonths(birthDate: string, today: string): number {
  const birth = birthParts(birthDate)
  const now = birthParts(today)
  const months = ((now.year ?? 0) - (birth.year ?? 0)) * 12 + (now.month ?? 0) - (birth.month ?? 0)
  return Math.max(0, (now.day ?? 1) < (birth.day ?? 1) ? months - 1 : months)
}

/** Today's date on this computer, `YYYY-MM-DD`. */
export function todayHere(now: Date = new Date()): string {
  return birthDateOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }) ?? ''
}
