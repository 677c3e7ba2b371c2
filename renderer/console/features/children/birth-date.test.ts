import { describe, expect, it } from 'vitest'
import { childInputSchema } from '../../../../common/household'
import { ageInMonths, birthDateOf, birthParts, birthProblem, daysInMonth, todayHere } from './birth-date'

const TODAY = '2026-11-21'

describe('a birthday in parts', () => {
  it('is written as the contract wants it', () => {
    expect(birthDateOf({ year: 2024, month: 3, day: null })).toBe('2024-03')
    expect(birthDateOf({ year: 2024, month: 3, day: 9 })).toBe('2024-03-09')
    expect(birthDateOf({ year: 2024, month: null, day: 9 })).toBeNull()
    for (const date of ['2024-03', '2024-12-31']) {
      expect(birthDateOf(birthParts(date))).toBe(date)
      expect(childInputSchema.safeParse({ name: 'Emma', birthDate: date, animal: 'fox' }).success).toBe(true)
    }
  })

  it('knows the length of months', () => {
    expect(daysInMonth(2023, 2)).toBe(28)
    expect(daysInMonth(2024, 2)).toBe(29)
    expect(daysInMonth(null, 2)).toBe(29)
    expect(daysInMonth(2024, null)).toBe(31)
  })

  it.each([
    [{ year: null, month: 3, day: null }, 'missing'],
    [{ year: 2023, month: 2, day: 29 }, 'no-such-day'],
    [{ year: 2026, month: 11, day: 22 }, 'future'],
    [{ year: 2026, month: 12, day: null }, 'future'],
    [{ year: 2008, month: 11, day: 20 }, 'too-old'],
    [{ year: 2008, month: 10, day: null }, 'too-old'],
    [{ year: 2008, month: 11, day: 21 }, null],
    [{ year: 2026, month: 11, day: null }, null],
    [{ year: 2026, month: 11, day: 21 }, null],
  ] as const)('%o: %s', (parts, problem) => {
    expect(birthProblem(parts, TODAY)).toBe(problem)
  })
})

describe('ageInMonths', () => {
  it.each([
    ['2024-03', 32],
    ['2024-11-21', 24],
    ['2024-11-22', 23],
    ['2026-11', 0],
    ['2026-12', 0],
  ])('born %s: %d months', (birthDate, months) => {
    expect(ageInMonths(birthDate, TODAY)).toBe(months)
  })
})

it('takes today from this computer’s calendar, not from UTC', () => {
  expect(todayHere(new Date(2026, 0, 1, 0, 30))).toBe('2026-01-01')
})
