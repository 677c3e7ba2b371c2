import { describe, expect, it } from 'vitest'
import { hourTicks } from './hour-ticks'

const HOUR = 3_600_000

describe('hours under the day ribbon', () => {
  it('strike on the family’s clock, not on UTC', () => {
    const start = Date.UTC(2026, 10, 20, 23) // midnight in Berlin
    const ticks = hourTicks(start, start + 24 * HOUR, 'Europe/Berlin', 6)
    expect(ticks.map((at) => (at - start) / HOUR)).toEqual([0, 6, 12, 18, 24])
  })

  it('follow the clock through the day of 25 hours', () => {
    const start = Date.UTC(2026, 9, 24, 22) // midnight in Berlin, summer time
    const ticks = hourTicks(start, start + 25 * HOUR, 'Europe/Berlin', 6)
    expect(ticks.map((at) => (at - start) / HOUR)).toEqual([0, 7, 13, 19, 25])
  })

  it('strike in zones a quarter of an hour off', () => {
    const start = Date.UTC(2026, 10, 20, 18, 15) // midnight in Kathmandu
    expect(hourTicks(start, start + 24 * HOUR, 'Asia/Kathmandu', 12)).toHaveLength(3)
  })
})
