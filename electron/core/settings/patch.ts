import { AppError } from '../../../common/result'
import { familySettingsSchema, type FamilySettings, type SettingsPatch, type WeekHours } from '../../../common/settings'

/**
 * The settings with a patch applied, valid across all fields.
 *
 * @throws AppError `invalid-input`
 */
export function applyPatch(settings: FamilySettings, patch: SettingsPatch): FamilySettings {
  const { listening, ...plain } = patch
  const merged = { ...settings, ...defined(plain), listening: { ...settings.listening, ...defined(listening ?? {}) } }
  const checked = familySettingsSchema.safeParse(merged)
  if (!checked.success) {
    throw new AppError('invalid-input', 'These settings do not fit together. Nothing was changed; check them and save again.')
  }
  refuseOverlaps(checked.data.listening.hours)
  return checked.data
}

function refuseOverlaps(hours: WeekHours): void {
  for (const ranges of hours) {
    ranges.forEach((range, index) => {
      const before = ranges[index - 1]
      if (before !== undefined && range.startMinute < before.endMinute) {
        throw new AppError('invalid-input', 'The hours of a day overlap or are out of order. Nothing was changed; put them in order and save again.')
      }
    })
  }
}

/** The names of what differs, listening's fields one by one; for the audit trail. */
export function changedKeys(before: FamilySettings, after: FamilySettings): readonly string[] {
  return [...differing(before, after), ...differing(before.listening, after.listening).map((key) => `listening.${key}`)]
    .filter((key) => key !== 'listening')
}

function differing<T extends object>(before: T, after: T): readonly string[] {
  const other = new Map<string, unknown>(Object.entries(after))
  return Object.entries(before)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(other.get(key)))
    .map(([key]) => key)
}

/** An absent field and one set to undefined both mean "leave it". */
function defined<T extends object>(patch: T): Partial<T> {
  // True: some of the object's own entries are a part of the object.
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<T>
}
