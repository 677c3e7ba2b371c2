import { join } from 'node:path'
import type { ConsentPurpose } from '../../common/consent'
import { EMBEDDING_LENGTH } from '../../common/listening/child-policy'
import { createCore } from '../../electron/core/index'
import { createVoicePrintService } from '../../electron/core/voiceprints/service'
import { createFileVaultStore } from '../../electron/main/vault/file-vault-store'
import { createHouseholdDoor } from '../../electron/main/vault/household-door'
import { createSystemKeychain } from '../../electron/main/vault/system-keychain'
import { createVault } from '../../electron/main/vault/vault'
import { consentTexts } from '../../resources/consent'
import { OWNER_ID } from './family'
import { PASSWORD } from './household'

export interface FamilyOfTwo {
  /** Her voice was enrolled with another model. */
  readonly emmaId: string
  /** His voice is enrolled. */
  readonly leoId: string
}

/** A household in an empty data folder: two children, both listened for with consent, both with an enrolled voice. */
export async function makeFamilyOfTwo(dataFolder: string): Promise<FamilyOfTwo> {
  const vault = createVault({ store: createFileVaultStore(join(dataFolder, 'vault.json')), keychain: createSystemKeychain() })
  const door = createHouseholdDoor({ dataFolder, vault })
  try {
    await door.start()
    let family: FamilyOfTwo | undefined
    await door.create({ adultId: OWNER_ID, password: PASSWORD }, async ({ db }) => {
      const core = createCore({ db, now: Date.now, consentTexts })
      const input = { householdName: 'Nest', ownerName: 'Ana', timeZone: 'Europe/Madrid', language: 'en' } as const
      await core.household.create({ ownerId: OWNER_ID, input })
      await core.household.confirmRecoveryCode(OWNER_ID)
      const emma = await core.children.create({ name: 'Emma', birthDate: '2023-05', animal: 'owl' }, OWNER_ID)
      const leo = await core.children.create({ name: 'Leo', birthDate: '2021-02', animal: 'fox' }, OWNER_ID)
      const agree = async (childId: string, purpose: ConsentPurpose) => {
        const { version: textVersion, language } = await core.consent.text(purpose, 'en')
        await core.consent.give({ childId, purpose, textVersion, language }, OWNER_ID)
      }
      for (const { id } of [emma, leo]) {
        await agree(id, 'listening')
        await agree(id, 'voice-enrolment')
      }
      const allDay = [{ startMinute: 0, endMinute: 1440 }]
      await core.settings.update(
        { listening: { childId: leo.id, hours: [allDay, allDay, allDay, allDay, allDay, allDay, allDay] } },
        OWNER_ID,
      )
      const embedding = new Float32Array(EMBEDDING_LENGTH).fill(1 / Math.sqrt(EMBEDDING_LENGTH))
      const earlier = createVoicePrintService(db, Date.now, '0'.repeat(64))
      await earlier.save({ childId: emma.id, embedding, seconds: 30, steadiness: 0.9 }, OWNER_ID)
      await core.voiceprints.save({ childId: leo.id, embedding, seconds: 30, steadiness: 0.9 }, OWNER_ID)
      family = { emmaId: emma.id, leoId: leo.id }
    })
    if (family === undefined) throw new Error('the family was not made')
    return family
  } finally {
    door.close()
  }
}
