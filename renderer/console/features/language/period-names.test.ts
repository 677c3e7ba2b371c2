import { describe, expect, it } from 'vitest'
import { periodNames } from './period-names'

/** Intl's spaces and dashes differ between versions of its data. */
const plain = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, ' ')

describe('names of periods', () => {
  it('say the year of the range, also across its turn', () => {
    expect(plain(periodNames('en', 'day').range('2026-11-08', '2026-11-21'))).toBe('Nov 8 – 21, 2026')
    expect(plain(periodNames('en', 'month').range('2024-12-01', '2025-11-30'))).toBe('Dec 2024 – Nov 2025')
  })

  it('name days, weeks and months as the language does', () => {
    expect(periodNames('en', 'day').full({ startsOn: '2026-11-21', endsOn: '2026-11-21' })).toBe('Saturday, November 21')
    expect(plain(periodNames('en', 'week').full({ startsOn: '2026-11-16', endsOn: '2026-11-22' }))).toBe('Nov 16 – 22')
    expect(periodNames('es', 'month').full({ startsOn: '2026-11-01', endsOn: '2026-11-30' })).toBe('noviembre de 2026')
    expect(periodNames('es', 'month').short({ startsOn: '2026-11-01', endsOn: '2026-11-30' })).toBe('nov')
  })
})
