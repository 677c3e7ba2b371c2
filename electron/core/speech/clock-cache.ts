import type { Kysely } from 'kysely'
import type { Database } from '../../database/schema'
import { readSettings } from '../settings/repository'
import { createFamilyClock, type FamilyClock } from '../time/family-clock'

/** Gives the family's clock as the settings have it now, the same one (with what it remembers) until they change. */
export function createClockCache(): (db: Kysely<Database>) => Promise<FamilyClock> {
  let cached: { readonly key: string; readonly clock: FamilyClock } | null = null
  return async (db) => {
    const { timeZone, dayStartMinute } = await readSettings(db)
    const key = `${timeZone} ${String(dayStartMinute)}`
    if (cached?.key !== key) cached = { key, clock: createFamilyClock(timeZone, dayStartMinute) }
    return cached.clock
  }
}
