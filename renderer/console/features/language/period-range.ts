import { addDays, addMonths, mondayOf } from '../today/local-day'

export const STEPS = ['day', 'week', 'month'] as const
export type Step = (typeof STEPS)[number]

/** How many periods one screen shows. */
export const SHOWN: Readonly<Record<Step, number>> = { day: 14, week: 12, month: 12 }

export interface Period {
  readonly startsOn: string
  readonly endsOn: string
}

/**
 * The periods of one screen, oldest first. `page` 0 ends with the period of `today`, 1 is the screen before it.
 * Weeks start on Monday.
 */
export function periodsOf(step: Step, today: string, page: number): readonly Period[] {
  const count = SHOWN[step]
  const last = -page * count
  return Array.from({ length: count }, (_, index) => periodAt(step, today, last - count + 1 + index))
}

function periodAt(step: Step, today: string, offset: number): Period {
  switch (step) {
    case 'day': {
      const day = addDays(today, offset)
      return { startsOn: day, endsOn: day }
    }
    case 'week': {
      const startsOn = addDays(mondayOf(today), 7 * offset)
      return { startsOn, endsOn: addDays(startsOn, 6) }
    }
    case 'month': {
      const startsOn = addMonths(today, offset)
      return { startsOn, endsOn: addDays(addMonths(startsOn, 1), -1) }
    }
  }
}

/** First and last day of a list of periods, the end not after today. */
export function rangeOf(periods: readonly Period[], today: string): { readonly from: string; readonly to: string } {
  const to = periods.at(-1)?.endsOn ?? today
  return { from: periods[0]?.startsOn ?? today, to: to < today ? to : today }
}
