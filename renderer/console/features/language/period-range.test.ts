import { describe, expect, it } from 'vitest'
import { periodsOf, rangeOf } from './period-range'

const TODAY = '2026-11-21' // a Saturday

describe('what one screen of the language page shows', () => {
  it('is the last fourteen days, today last', () => {
    const days = periodsOf('day', TODAY, 0)
    expect(days).toHaveLength(14)
    expect(rangeOf(days, TODAY)).toEqual({ from: '2026-11-08', to: TODAY })
  })

  it('goes back without leaving out or doubling a day', () => {
    expect(periodsOf('day', TODAY, 1).at(-1)?.endsOn).toBe('2026-11-07')
    expect(periodsOf('week', TODAY, 1).at(-1)?.endsOn).toBe('2026-08-30')
    expect(periodsOf('week', TODAY, 0)[0]?.startsOn).toBe('2026-08-31')
  })

  it('has weeks from Monday, the running one asked for up to today only', () => {
    const weeks = periodsOf('week', TODAY, 0)
    expect(weeks.at(-1)).toEqual({ startsOn: '2026-11-16', endsOn: '2026-11-22' })
    expect(rangeOf(weeks, TODAY).to).toBe(TODAY)
  })

  it('has whole months over the turn of the year', () => {
    const months = periodsOf('month', TODAY, 0)
    expect(months[0]).toEqual({ startsOn: '2025-12-01', endsOn: '2025-12-31' })
    expect(months[2]).toEqual({ startsOn: '2026-02-01', endsOn: '2026-02-28' })
  })
})
