import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendar } from './calendar'
import { addDays, dayNumber, daysBetween, isCalendarDay, monthEndOf, monthStartOf, weekStartOf, weekdayOf } from './local-day'

const HOUR_MS = 3_600_000
const ZONES = ['UTC', 'Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'America/Sao_Paulo']
const zone = fc.constantFrom(...ZONES)
const moment = fc.integer({ min: Date.UTC(2008, 0, 1), max: Date.UTC(2040, 0, 1) })
const dayStart = fc.integer({ min: 0, max: 360 })

describe('family calendar', () => {
  it('puts each moment into the day whose bounds hold it', () => {
    fc.assert(
      fc.property(zone, moment, dayStart, (timeZone, at, dayStartMinute) => {
        const calendar = createCalendar({ timeZone, dayStartMinute })
        const { startsAt, endsAt } = calendar.dayBounds(calendar.localDayOf(at))
        expect(startsAt).toBeLessThanOrEqual(at)
        expect(at).toBeLessThan(endsAt)
      }),
    )
  })

  it('agrees with the zone’s own date when the day starts at midnight', () => {
    fc.assert(
      fc.property(zone, moment, (timeZone, at) => {
        const shown = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)
        const calendar = createCalendar({ timeZone, dayStartMinute: 0 })
        // Where midnight comes twice (clocks back at 0:00) the repeated hour belongs to the day that has begun.
        expect([shown, addDays(shown, 1)]).toContain(calendar.localDayOf(at))
        if (timeZone === 'Europe/Madrid') expect(calendar.localDayOf(at)).toBe(shown)
      }),
    )
  })

  it('remembers nothing wrong when asked in any order', () => {
    fc.assert(
      fc.property(zone, dayStart, fc.array(moment, { maxLength: 20 }), (timeZone, dayStartMinute, moments) => {
        const kept = createCalendar({ timeZone, dayStartMinute })
        for (const at of moments) {
          expect(kept.localDayOf(at)).toBe(createCalendar({ timeZone, dayStartMinute }).localDayOf(at))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('has days of 23 and 25 hours where clocks change', () => {
    const { dayBounds } = createCalendar({ timeZone: 'America/New_York', dayStartMinute: 0 })
    const hours = (day: string) => (dayBounds(day).endsAt - dayBounds(day).startsAt) / HOUR_MS
    expect([hours('2026-03-08'), hours('2026-11-01'), hours('2026-06-01')]).toEqual([23, 25, 24])
  })

  it('moves on a start of day that a clock change skips, and takes the first that comes twice', () => {
    const skipped = createCalendar({ timeZone: 'America/New_York', dayStartMinute: 150 })
    expect(skipped.dayBounds('2026-03-08').startsAt).toBe(Date.UTC(2026, 2, 8, 7, 30))
    const twice = createCalendar({ timeZone: 'America/New_York', dayStartMinute: 90 })
    expect(twice.dayBounds('2026-11-01').startsAt).toBe(Date.UTC(2026, 10, 1, 5, 30))
  })

  it('counts the night before the start of day to the day before', () => {
    const calendar = createCalendar({ timeZone: 'Europe/Madrid', dayStartMinute: 240 })
    expect(calendar.localDayOf(Date.UTC(2026, 10, 21, 2, 59))).toBe('2026-11-20')
    expect(calendar.localDayOf(Date.UTC(2026, 10, 21, 3, 0))).toBe('2026-11-21')
    expect(calendar.localHourOf(Date.UTC(2026, 10, 21, 2, 59))).toBe(3)
  })

  it('gives no moment to a day that a zone left out', () => {
    const { dayBounds } = createCalendar({ timeZone: 'Pacific/Apia', dayStartMinute: 0 })
    expect(dayBounds('2011-12-30').endsAt).toBe(dayBounds('2011-12-30').startsAt)
  })
})

describe('local days', () => {
  const day = fc.integer({ min: -20_000, max: 40_000 }).map((number) => addDays('1970-01-01', number))

  it('weeks start on the Monday that is at most six days earlier', () => {
    fc.assert(
      fc.property(day, (one) => {
        const monday = weekStartOf(one)
        expect(new Date(`${monday}T12:00:00Z`).getUTCDay()).toBe(1)
        expect(dayNumber(one) - dayNumber(monday)).toBe(weekdayOf(one))
      }),
    )
  })

  it('months end the day before the next one starts', () => {
    fc.assert(
      fc.property(day, (one) => {
        const next = addDays(monthEndOf(one), 1)
        expect(next).toBe(monthStartOf(next))
        expect(monthEndOf(one).slice(0, 7)).toBe(one.slice(0, 7))
      }),
    )
  })

  it('lists a range with both ends', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
    expect(daysBetween('2028-03-01', '2028-02-28')).toEqual([])
  })

  it('knows which days there are', () => {
    expect([isCalendarDay('2028-02-29'), isCalendarDay('2026-02-29'), isCalendarDay('2026-13-01')]).toEqual([true, false, false])
  })
})
