import type { LocalDay } from '../../../common/household'
import { AppError } from '../../../common/result'
import { dayIndexOf } from '../time/calendar'

/** WonderNest is for children: somebody older is not one. */
const OLDEST_YEARS = 18

/**
 * Checks a day (`YYYY-MM-DD`) or month (`YYYY-MM`) of birth. Whoever turns 18 today, or this month, still passes.
 *
 * @param today the calendar day in the family's zone
 * @throws AppError `invalid-input`
 */
export function checkBirthDate(birthDate: string, today: LocalDay): void {
  if (!isRealDay(birthDate.length === 7 ? `${birthDate}-01` : birthDate)) {
    throw new AppError('invalid-input', 'This date does not exist. Check day and month, then save again.')
  }
  // Days and months of the same length sort as text.
  const now = today.slice(0, birthDate.length)
  if (birthDate > now) throw new AppError('invalid-input', 'This birth date is in the future. Check the year, then save again.')
  const oldest = `${String(Number(now.slice(0, 4)) - OLDEST_YEARS)}${now.slice(4)}`
  if (birthDate < oldest) {
    throw new AppError('invalid-input', 'WonderNest is for children up to 18 years. Check the year, then save again.')
  }
}

function isRealDay(day: string): boolean {
  try {
    dayIndexOf(day)
    return true
  } catch {
    return false
  }
}

/** Whether who was born on this day, or in this month, has not had the birthday yet today. */
export function isYoungerThan(birthDate: string, years: number, today: LocalDay): boolean {
  const limit = `${String(Number(today.slice(0, 4)) - years)}${today.slice(4)}`
  return birthDate > limit.slice(0, birthDate.length)
}
