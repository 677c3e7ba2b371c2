import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekHoursSchema } from '../../../../common/settings'
import { DAY_MINUTES, MAX_RANGES, addRange, copyToAll, dayProblem, sameDay, sortDay, withDay } from './week-hours'

const range = (startMinute: number, endMinute: number) => ({ startMinute, endMinute })

describe('a day of hours', () => {
  it('may touch but not overlap, in any order', () => {
    expect(dayProblem([])).toBeNull()
    expect(dayProblem([range(600, 720), range(480, 600)])).toBeNull()
    expect(dayProblem([range(600, 720), range(480, 601)])).toBe('overlap')
    expect(dayProblem([range(600, 600)])).toBe('ends-before-start')
    expect(sortDay([range(600, 720), range(480, 600)])).toEqual([range(480, 600), range(600, 720)])
  })

  it('grows only into a day that is still right, until it is full', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), (times) => {
        let day = addRange([]) ?? []
        for (let index = 0; index < times; index++) day = addRange(day) ?? day
        expect(dayProblem(day)).toBeNull()
        expect(day.length).toBeLessThanOrEqual(MAX_RANGES)
        expect(day.every(({ endMinute }) => endMinute <= DAY_MINUTES)).toBe(true)
        expect(weekHoursSchema.safeParse(copyToAll(day)).success).toBe(true)
      }),
    )
    expect(addRange([range(0, DAY_MINUTES)])).toBeNull()
  })

  it('replaces one day and leaves the others', () => {
    const week = withDay(copyToAll([range(480, 600)]), 6, [])
    expect(week[6]).toEqual([])
    expect(week.slice(0, 6).every((day) => sameDay(day, [range(480, 600)]))).toBe(true)
    expect(sameDay([range(480, 600)], [range(480, 601)])).toBe(false)
  })
})
