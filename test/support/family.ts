import { CONSENT_PURPOSES, type ConsentPurpose, type ConsentText } from '../../common/consent'
import type { Child } from '../../common/household'
import { openTestDatabase, type TestDatabase } from './database'
import { createCore, type Core } from '../../electron/core/index'

export const OWNER_ID = '01997c5e-0000-7000-8000-000000000001'
export const NOBODY_ID = '01997c5e-0000-7000-8000-00000000ffff'

/** Saturday 2026-11-21, 13:00 in Berlin. */
export const TEST_NOW = Date.UTC(2026, 10, 21, 12)

const text = (purpose: ConsentPurpose, language: 'en' | 'es', version: string): ConsentText => ({
  purpose, version, language, title: 'Listening', paragraphs: ['…'],
})

export interface TestFamily {
  readonly core: Core
  readonly database: TestDatabase
  readonly clock: { nowMs: number }
  readonly child: Child
  /** The same file with other consent texts, as after an update of the app. */
  readonly withTexts: (version: string) => Core
  readonly dispose: () => void
}

/** A household in Berlin with the owner Ana and the child Mia, in a real encrypted file, for tests. */
export async function createTestFamily(): Promise<TestFamily> {
  const database = openTestDatabase()
  const clock = { nowMs: TEST_NOW }
  const withTexts = (version: string): Core =>
    createCore({
      db: database.db,
      now: () => clock.nowMs,
      consentTexts: CONSENT_PURPOSES.flatMap((purpose) => [text(purpose, 'en', version), text(purpose, 'es', version)]),
    })
  const core = withTexts('1')
  await core.household.create({
    ownerId: OWNER_ID,
    input: { householdName: 'Nest', ownerName: 'Ana', timeZone: 'Europe/Berlin', language: 'es' },
  })
  const child = await core.children.create({ name: 'Mia', birthDate: '2024-05', animal: 'owl' }, OWNER_ID)
  return { core, database, clock, child, withTexts, dispose: () => database.dispose() }
}

/** Actions in the audit trail, oldest first, without those that made the family. */
export async function actionsOf(core: Core): Promise<string[]> {
  return (await core.audit.recent(500)).reverse().slice(2).map(({ action }) => action)
}
