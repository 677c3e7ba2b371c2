import type { Kysely } from 'kysely'
import { familySettingsSchema, type FamilySettings, type WeekHours } from '../../../common/settings'
import type { Database } from '../../database/schema'

/** Keys of `family_setting` beside those of the family's settings. */
export type OtherSettingKey = 'listening.pause' | 'recovery.confirmed-at'
export type SettingKey = keyof FamilySettings | OtherSettingKey

const WAKING_HOURS: WeekHours = Array.from({ length: 7 }, () => [{ startMinute: 7 * 60, endMinute: 20 * 60 }])

/** What holds until a family says otherwise. Language and time zone are told when the household is created. */
export const DEFAULT_SETTINGS: FamilySettings = {
  language: 'en',
  homeLanguage: null,
  theme: 'system',
  timeZone: 'UTC',
  dayStartMinute: 4 * 60,
  idleLockMinutes: 10,
  listening: { childId: null, deviceName: null, hours: WAKING_HOURS },
}

/** The stored JSON value; undefined when there is none. */
export async function readSetting(db: Kysely<Database>, key: SettingKey): Promise<unknown> {
  const row = await db.selectFrom('family_setting').select('value').where('key', '=', key).executeTakeFirst()
  return row === undefined ? undefined : JSON.parse(row.value)
}

/** @param at UTC milliseconds */
export async function writeSetting(db: Kysely<Database>, key: SettingKey, value: unknown, at: number): Promise<void> {
  const row = { value: JSON.stringify(value), updated_at: at }
  await db
    .insertInto('family_setting')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
}

/**
 * The family's settings. A stored value that this version cannot use (a zone that the runtime does not know, say)
 * counts as not set; as nobody is listened to by default, that never switches listening on.
 */
export async function readSettings(db: Kysely<Database>): Promise<FamilySettings> {
  const shape = familySettingsSchema.unwrap().shape
  const rows = await db.selectFrom('family_setting').select(['key', 'value']).execute()
  const stored = rows.flatMap(({ key, value }) => {
    if (!isFamilySetting(key)) return []
    const parsed = shape[key].safeParse(JSON.parse(value))
    return parsed.success ? [[key, parsed.data] as const] : []
  })
  return familySettingsSchema.parse({ ...DEFAULT_SETTINGS, ...Object.fromEntries(stored) })
}

function isFamilySetting(key: string): key is keyof FamilySettings {
  return Object.hasOwn(DEFAULT_SETTINGS, key)
}
