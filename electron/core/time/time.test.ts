import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, DAY_MS, dayIndexOf, dayOfIndex, daysBetween, monthOf, weekdayOf, weekOf } from './calendar'
import { createFamilyClock, momentsOf, nextClockChange, wallTimeAt } from './family-clock'

const HOUR_MS = 3_600_000
const ZONES = [
  'UTC', 'Europe/Berlin', 'America/New_York', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe',
  'Pacific/Apia', 'Pacific/Kiritimati', 'Etc/GMT+12', 'Africa/Casablanca', 'America/Sao_Paulo',
]
const anyZone = fc.constantFrom(...ZONES)
const anyStart = fc.integer({ min: 0, max: 360 })
const anyMoment = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2040, 0, 1) })

/** What the runtime's own calendar says, independent of Temporal. */
function intlWall(timeZone: string, utcMs: number): { day: string; hour: number; minute: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(utcMs)
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')), minute: Number(part('minute')) }
}

describe('a family day', () => {
  const berlin = createFamilyClock('Europe/Berlin', 240)

  it('starts at the family’s hour', () => {
    expect(berlin.dayOf(Date.UTC(2026, 10, 21, 2, 59))).toBe('2026-11-20')
    expect(berlin.dayOf(Date.UTC(2026, 10, 21, 3, 0))).toBe('2026-11-21')
  })

  it('is an hour shorter or longer when the clock changes', () => {
    const hours = (day: string) => (berlin.boundsOf(day).endsAt - berlin.boundsOf(day).startsAt) / HOUR_MS
    // The clocks change at 2:00 and 3:00 in the night, before the family's day of that date starts.
    expect([hours('2026-03-27'), hours('2026-03-28'), hours('2026-03-29')]).toEqual([24, 23, 24])
    expect([hours('2026-10-23'), hours('2026-10-24'), hours('2026-10-25')]).toEqual([24, 25, 24])
  })

  it('has its hours by the wall clock, twice when it is put back', () => {
    const at = (hour: number) => berlin.hourOf(Date.UTC(2026, 9, 25, hour, 30))
    expect([at(-1), at(0), at(1), at(2)]).toEqual([1, 2, 2, 3])
  })

  it('is empty when the calendar left it out', () => {
    const { startsAt, endsAt } = createFamilyClock('Pacific/Apia', 240).boundsOf('2011-12-30')
    expect(endsAt).toBe(startsAt)
  })

  it('refuses an unknown zone at once', () => {
    expect(() => createFamilyClock('Mars/Olympus', 240)).toThrow(RangeError)
  })

  it('contains the moments that belong to it, and days follow each other', () => {
    fc.assert(
      fc.property(anyZone, anyStart, anyMoment, (zone, start, moment) => {
        const clock = createFamilyClock(zone, start)
        const day = clock.dayOf(moment)
        const { startsAt, endsAt } = clock.boundsOf(day)
        expect(startsAt).toBeLessThanOrEqual(moment)
        expect(endsAt).toBeGreaterThan(moment)
        expect(clock.boundsOf(addDays(day, 1)).startsAt).toBe(endsAt)
      }),
    )
  })

  it('agrees with the runtime’s calendar', () => {
    fc.assert(
      fc.property(anyZone, anyMoment, (zone, moment) => {
        const wall = intlWall(zone, moment)
        expect(createFamilyClock(zone, 240).hourOf(moment)).toBe(wall.hour)
        expect(wallTimeAt(zone, moment)).toEqual({ day: wall.day, minute: wall.hour * 60 + wall.minute })
      }),
    )
  })
})

describe('a time on the wall', () => {
  it('comes once, twice when the clock is put back', () => {
    expect(momentsOf('Europe/Berlin', '2026-11-21', 420)).toEqual([Date.UTC(2026, 10, 21, 6)])
    expect(momentsOf('Europe/Berlin', '2026-10-25', 150)).toEqual([Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)])
    expect(momentsOf('Europe/Berlin', '2026-11-21', 1440)).toEqual([Date.UTC(2026, 10, 21, 23)])
  })

  it('knows the next change of the clocks', () => {
    expect(nextClockChange('Europe/Berlin', Date.UTC(2026, 10, 21))).toBe(Date.UTC(2027, 2, 28, 1))
    expect(nextClockChange('UTC', 0)).toBeNull()
  })
})

describe('the calendar', () => {
  it('counts days, weeks from Monday, and months', () => {
    expect(dayOfIndex(0)).toBe('1970-01-01')
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(weekdayOf('2026-11-21')).toBe(5)
    expect(weekOf('2026-11-22')).toEqual({ startsOn: '2026-11-16', endsOn: '2026-11-22' })
    expect(weekOf('2026-11-23')).toEqual({ startsOn: '2026-11-23', endsOn: '2026-11-29' })
    expect(monthOf('2024-02-10')).toEqual({ startsOn: '2024-02-01', endsOn: '2024-02-29' })
    expect(monthOf('2026-12-31')).toEqual({ startsOn: '2026-12-01', endsOn: '2026-12-31' })
  })

  it.each(['2026-02-30', '2026-13-01', 'today', ''])('refuses %j', (text) => {
    expect(() => dayIndexOf(text)).toThrow(RangeError)
  })

  it('finds its way back, and every day in one week', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5_000, max: 40_000 }), (index) => {
        const day = dayOfIndex(index)
        expect(dayIndexOf(day)).toBe(index)
        expect(weekdayOf(day)).toBe((new Date(index * DAY_MS).getUTCDay() + 6) % 7)
        expect(daysBetween(weekOf(day).startsOn, day)).toBe(weekdayOf(day))
      }),
    )
  })
})
