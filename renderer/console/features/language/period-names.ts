import type { Period, Step } from './period-range'

export interface PeriodNames {
  /** Under the axis: `21 Nov`, `Nov`. */
  readonly short: (period: Period) => string
  /** In a sentence or a table: a day, a week from to, a month with its year. */
  readonly full: (period: Period) => string
  /** All that the screen shows, with its years. */
  readonly range: (from: string, to: string) => string
}

/** How a language names days, weeks or months. Local days have no clock, so the family's time zone plays no part. */
export function periodNames(language: string, step: Step): PeriodNames {
  const formatter = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
  const isMonth = step === 'month'
  const short = formatter(isMonth ? { month: 'short' } : { day: 'numeric', month: 'short' })
  const full = {
    day: formatter({ weekday: 'long', day: 'numeric', month: 'long' }),
    week: formatter({ day: 'numeric', month: 'short' }),
    month: formatter({ month: 'long', year: 'numeric' }),
  }[step]
  const range = formatter({ ...(isMonth ? {} : { day: 'numeric' }), month: 'short', year: 'numeric' })
  return {
    short: ({ startsOn }) => short.format(at(startsOn)),
    full: ({ startsOn, endsOn }) => (step === 'week' ? full.formatRange(at(startsOn), at(endsOn)) : full.format(at(startsOn))),
    range: (from, to) => range.formatRange(at(from), at(to)),
  }
}

function at(localDay: string): number {
  return Date.parse(`${localDay}T00:00:00Z`)
}
