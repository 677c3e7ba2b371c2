import type { Kysely, Transaction } from 'kysely'
import { AppError } from '../../../common/result'
import type { FamilySettings, SettingsPatch } from '../../../common/settings'
import type { Database } from '../../database/schema'
import { appendAudit } from '../audit/service'
import type { Clock } from '../clock'
import { applyPatch, changedKeys } from './patch'
import { DEFAULT_SETTINGS, readSettings, writeSetting } from './repository'

export interface SettingsService {
  readonly get: () => Promise<FamilySettings>
  /**
   * Stores what the patch names and gives the settings as they are then.
   *
   * @throws AppError `invalid-input`; `not-found` or `conflict` when the child to listen to is unknown or archived.
   */
  readonly update: (patch: SettingsPatch, actor: string) => Promise<FamilySettings>
}

export function createSettingsService(db: Kysely<Database>, now: Clock): SettingsService {
  return {
    get: () => readSettings(db),
    update: (patch, actor) => db.transaction().execute((trx) => updateSettings(trx, patch, actor, now())),
  }
}

/** {@link SettingsService.update} inside the caller's transaction. */
export async function updateSettings(
  trx: Transaction<Database>,
  patch: SettingsPatch,
  actor: string,
  at: number,
): Promise<FamilySettings> {
  const before = await readSettings(trx)
  const after = applyPatch(before, patch)
  const keys = changedKeys(before, after)
  if (keys.length === 0) return before
  if (keys.includes('listening.childId')) await requireChildAtHome(trx, after.listening.childId)
  for (const key of settingKeys) {
    if (keys.some((changed) => changed === key || changed.startsWith(`${key}.`))) await writeSetting(trx, key, after[key], at)
  }
  await appendAudit(trx, at, { actor, action: 'settings.changed', detail: { keys } })
  return after
}

const settingKeys = Object.keys(DEFAULT_SETTINGS) as readonly (keyof FamilySettings)[] // true: the object's own keys are the type's

async function requireChildAtHome(trx: Transaction<Database>, childId: string | null): Promise<void> {
  if (childId === null) return
  const child = await trx.selectFrom('family_child').select('archived_at').where('id', '=', childId).executeTakeFirst()
  if (child === undefined) throw new AppError('not-found', 'This child is not in the household. Nothing was changed.')
  if (child.archived_at !== null) {
    throw new AppError('conflict', 'This child is archived. Bring it back first, then choose it for listening.')
  }
}
