import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { LocalDay } from '../../../common/household'
import { AppError } from '../../../common/result'
import type { SpeechDay, SpeechHour, SpeechPeriod } from '../../../common/speech'
import type { Database } from '../../database/schema'
import { requireChild } from '../children/service'
import type { Clock } from '../clock'
import { addDays, dayIndexOf, dayOfIndex, daysBetween, type DaySpan, spanOf } from '../time/calendar'
import type { FamilyClock } from '../time/family-clock'
import { binOf, ROLLUP_COLUMNS, type RollupSums, totalsOf, ZERO_SUMS } from './totals'

/** Six years with their leap days. */
const LONGEST_PERIODS_DAYS = 6 * 366
const LONGEST_HOURS_DAYS = 62
const WEEK_DAYS = 7

export interface SpeechQueries {
  /** A day with its bins and the week up to it; `localDay` null = the family's today. @throws AppError `not-found` */
  readonly day: (childId: string, localDay: LocalDay | null) => Promise<SpeechDay>
  /**
   * All days, weeks (from Monday) or months that touch the range, whole and oldest first, also those without listening.
   *
   * @throws AppError `not-found`; `invalid-input` for a range that is backwards or longer than six years.
   */
  readonly periods: (childId: string, from: LocalDay, to: LocalDay, by: 'day' | 'week' | 'month') => Promise<SpeechPeriod[]>
  /** Hours with listening, by day and clock hour. @throws AppError `not-found`; `invalid-input` beyond 62 days. */
  readonly hours: (childId: string, from: LocalDay, to: LocalDay) => Promise<SpeechHour[]>
}

export function createSpeechQueries(
  db: Kysely<Database>,
  now: Clock,
  clockOf: (db: Kysely<Database>) => Promise<FamilyClock>,
): SpeechQueries {
  return {
    day: async (childId, localDay) => {
      await requireChild(db, childId)
      const clock = await clockOf(db)
      const day = localDay ?? clock.dayOf(now())
      const first = addDays(day, 1 - WEEK_DAYS)
      const sums = await dayOrWeekSums(db, childId, 'day', first, day)
      const week = daysOf(first, day).map((weekDay) => ({
        localDay: weekDay,
        totals: totalsOf(sums.get(weekDay) ?? ZERO_SUMS),
      }))
      const bins = await db
        .selectFrom('audio_bin')
        .selectAll()
        .where('child_id', '=', childId)
        .where('local_day', '=', day)
        .orderBy('started_at')
        .execute()
      const { startsAt, endsAt } = clock.boundsOf(day)
      return {
        childId,
        localDay: day,
        dayStartsAt: startsAt,
        dayEndsAt: endsAt,
        totals: totalsOf(sums.get(day) ?? ZERO_SUMS),
        bins: bins.map(binOf),
        week,
      }
    },

    periods: async (childId, from, to, by) => {
      checkRange(from, to, LONGEST_PERIODS_DAYS)
      await requireChild(db, childId)
      const spans = spansOf(by, from, to)
      const first = spans[0]?.startsOn ?? from
      const last = spans.at(-1)?.endsOn ?? to
      const sums = by === 'month' ? await monthSums(db, childId, first, last) : await dayOrWeekSums(db, childId, by, first, last)
      return spans.map((span) => {
        const found = sums.get(span.startsOn) ?? ZERO_SUMS
        return { ...span, daysListened: found.days_listened, totals: totalsOf(found) }
      })
    },

    hours: async (childId, from, to) => {
      checkRange(from, to, LONGEST_HOURS_DAYS)
      await requireChild(db, childId)
      const rows = await db
        .selectFrom('audio_rollup')
        .selectAll()
        .where('child_id', '=', childId)
        .where('granularity', '=', 'hour')
        .where('local_day', '>=', from)
        .where('local_day', '<=', to)
        .where('listened_ms', '>', 0)
        .orderBy('local_day')
        .orderBy('local_hour')
        .execute()
      return rows.map((row) => ({ localDay: row.local_day, hour: row.local_hour, totals: totalsOf(row) }))
    },
  }
}

function checkRange(from: LocalDay, to: LocalDay, longestDays: number): void {
  const days = daysBetween(from, to) + 1
  if (days < 1) throw new AppError('invalid-input', 'The range ends before it starts. Choose other days.')
  if (days > longestDays) throw new AppError('invalid-input', `The range is longer than ${String(longestDays)} days. Choose a shorter one.`)
}

/** The days, weeks or months from the one with `from` to the one with `to`. */
function spansOf(by: 'day' | 'week' | 'month', from: LocalDay, to: LocalDay): DaySpan[] {
  if (by === 'day') return daysOf(from, to).map((day) => ({ startsOn: day, endsOn: day }))
  const spans = [spanOf(by, from)]
  for (;;) {
    const next = addDays(spans.at(-1)?.endsOn ?? to, 1)
    // Days sort as text.
    if (next > to) return spans
    spans.push(spanOf(by, next))
  }
}

function daysOf(from: LocalDay, to: LocalDay): LocalDay[] {
  const first = dayIndexOf(from)
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => dayOfIndex(first + index))
}

async function dayOrWeekSums(
  db: Kysely<Database>,
  childId: string,
  granularity: 'day' | 'week',
  from: LocalDay,
  to: LocalDay,
): Promise<ReadonlyMap<LocalDay, RollupSums>> {
  const rows = await db
    .selectFrom('audio_rollup')
    .selectAll()
    .where('child_id', '=', childId)
    .where('granularity', '=', granularity)
    .where('local_day', '>=', from)
    .where('local_day', '<=', to)
    .execute()
  return new Map(rows.map((row) => [row.local_day, row]))
}

/** Months are added up from days when they are asked for: a week lies in two of them, a year has 365 days to add. */
async function monthSums(
  db: Kysely<Database>,
  childId: string,
  from: LocalDay,
  to: LocalDay,
): Promise<ReadonlyMap<LocalDay, RollupSums>> {
  const month = sql<string>`substr(local_day, 1, 7)`
  const rows = await db
    .selectFrom('audio_rollup')
    .select(month.as('month'))
    .select((eb) => ROLLUP_COLUMNS.map((column) => eb.fn.sum<number>(column).as(column)))
    .where('child_id', '=', childId)
    .where('granularity', '=', 'day')
    .where('local_day', '>=', from)
    .where('local_day', '<=', to)
    .groupBy(month)
    .execute()
  return new Map(rows.map((row) => [`${row.month}-01`, row]))
}
