import { join } from 'node:path'
import { createFileVaultStore } from '../../electron/main/vault/file-vault-store'
import { createHouseholdDoor } from '../../electron/main/vault/household-door'
import { createSystemKeychain } from '../../electron/main/vault/system-keychain'
import { createVault } from '../../electron/main/vault/vault'
import { createCore } from '../../electron/core/index'
import { createFamilyClock } from '../../electron/core/time/family-clock'
import { addDays } from '../../electron/core/time/calendar'
import { consentTexts } from '../../resources/consent'
import { OWNER_ID, seedFiveYears } from '../../test/support/five-years'

export const DEMO_PASSWORD = 'a made-up family'
/** Long enough for the Language page to compare weeks; never today, which is measured. */
const DAYS_OF_HISTORY = 70

export interface DemoFamily {
  readonly childId: string
  readonly ownerId: string
}

/**
 * Makes the made-up family in an empty data folder: a vault, an encrypted file, ten weeks of invented numbers up to
 * yesterday, consent, and listening at all hours. The app then starts on it as on any household.
 */
export async function makeDemoFamily(dataFolder: string): Promise<DemoFamily> {
  const vault = createVault({ store: createFileVaultStore(join(dataFolder, 'vault.json')), keychain: createSystemKeychain() })
  const door = createHouseholdDoor({ dataFolder, vault })
  try {
    await door.start()
    let childId: string | undefined
    await door.create({ adultId: OWNER_ID, password: DEMO_PASSWORD }, async ({ db, raw }) => {
      const core = createCore({ db, now: Date.now, consentTexts })
      const today = createFamilyClock('Europe/Berlin', 240).dayOf(Date.now())
      const { childIds } = await seedFiveYears({ db, raw }, { endsOn: addDays(today, -1), days: DAYS_OF_HISTORY })
      childId = childIds[0]
      // The siblings are not listened for: a child's voice is the youngest child's, and older voices are told apart.
      for (const sibling of childIds.slice(1)) await core.consent.withdraw(sibling, 'listening', OWNER_ID)
      const allDay = [{ startMinute: 0, endMinute: 1440 }]
      await core.settings.update(
        { listening: { childId: childId ?? null, hours: [allDay, allDay, allDay, allDay, allDay, allDay, allDay] } },
        OWNER_ID,
      )
      await core.household.confirmRecoveryCode(OWNER_ID)
    })
    if (childId === undefined) throw new Error('the made-up family has no child')
    return { childId, ownerId: OWNER_ID }
  } finally {
    door.close()
  }
}
