import type { Transaction } from 'kysely'
import type { LocalDay } from '../../../common/household'
import type { Database } from '../../database/schema'
import { weekOf } from '../time/calendar'
import { addUp, type RollupSums, rollupOf } from './totals'

type Granularity = Database['audio_rollup']['granularity']

/** The `local_hour` of roll-ups that are not hours. */
export const NO_HOUR = -1

interface RollupKey {
  readonly childId: string
  readonly granularity: Granularity
  /** Of a week its Monday. */
  readonly localDay: LocalDay
  readonly localHour: number
}

/**
 * Makes the hour, day and week of a bin equal to the sum of their parts again, in the transaction that wrote the bin.
 * Each level is added up from the one below (some 12 bins, at most 24 hours, 7 days), which costs as little as adding
 * a difference and, unlike it, cannot drift by rounding.
 */
export async function refreshRollups(
  trx: Transaction<Database>,
  { childId, localDay, localHour }: { readonly childId: string; readonly localDay: LocalDay; readonly localHour: number },
): Promise<void> {
  const bins = await trx
    .selectFrom('audio_bin')
    .selectAll()
    .where('child_id', '=', childId)
    .where('local_day', '=', localDay)
    .where('local_hour', '=', localHour)
    .orderBy('started_at')
    .execute()
  await store(trx, { childId, granularity: 'hour', localDay, localHour }, addUp(bins.map(rollupOf)))

  const day = addUp(await parts(trx, childId, 'hour', localDay, localDay))
  const daysListened = day.listened_ms > 0 ? 1 : 0
  await store(trx, { childId, granularity: 'day', localDay, localHour: NO_HOUR }, { ...day, days_listened: daysListened })

  const { startsOn, endsOn } = weekOf(localDay)
  const week = addUp(await parts(trx, childId, 'day', startsOn, endsOn))
  await store(trx, { childId, granularity: 'week', localDay: startsOn, localHour: NO_HOUR }, week)
}

function parts(
  trx: Transaction<Database>,
  childId: string,
  granularity: Granularity,
  from: LocalDay,
  to: LocalDay,
): Promise<RollupSums[]> {
  return trx
    .selectFrom('audio_rollup')
    .selectAll()
    .where('child_id', '=', childId)
    .where('granularity', '=', granularity)
    .where('local_day', '>=', from)
    .where('local_day', '<=', to)
    .orderBy('local_day')
    .orderBy('local_hour')
    .execute()
}

async function store(trx: Transaction<Database>, key: RollupKey, sums: RollupSums): Promise<void> {
  await trx
    .insertInto('audio_rollup')
    .values({
      child_id: key.childId,
      granularity: key.granularity,
      local_day: key.localDay,
      local_hour: key.localHour,
      ...sums,
    })
    .onConflict((conflict) => conflict.columns(['child_id', 'granularity', 'local_day', 'local_hour']).doUpdateSet(sums))
    .execute()
}
