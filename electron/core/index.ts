import type { Kysely } from 'kysely'
import type { ConsentText } from '../../common/consent'
import { VOICE_TYPES_MODEL } from '../../common/listening/voice-types-model'
import type { Database } from '../database/schema'
import { createAuditService, type AuditService } from './audit/service'
import { createChildrenService, type ChildrenService } from './children/service'
import type { Clock } from './clock'
import { createConsentService, type ConsentService } from './consent/service'
import { createHouseholdService, type HouseholdService } from './household/service'
import { createListeningService, type ListeningService } from './listening/service'
import { createSettingsService, type SettingsService } from './settings/service'
import { createSpeechService, type SpeechService } from './speech/service'
import { createVoicePrintService, type VoicePrintService } from './voiceprints/service'

export interface CoreOptions {
  readonly db: Kysely<Database>
  readonly now: Clock
  /** The current texts, from `resources/consent`. */
  readonly consentTexts: readonly ConsentText[]
}

/**
 * The household's rules and data. An `actor` is the id of the adult who asks, or the part of the app that acts
 * (`system`, `kiosk`, …); whether that adult may ask was decided before.
 */
export interface Core {
  readonly household: HouseholdService
  readonly children: ChildrenService
  readonly consent: ConsentService
  readonly settings: SettingsService
  readonly listening: ListeningService
  readonly speech: SpeechService
  readonly voiceprints: VoicePrintService
  readonly audit: AuditService
}

export function createCore({ db, now, consentTexts }: CoreOptions): Core {
  return {
    household: createHouseholdService(db, now),
    children: createChildrenService(db, now),
    consent: createConsentService(db, now, consentTexts),
    settings: createSettingsService(db, now),
    listening: createListeningService(db, now),
    speech: createSpeechService(db, now),
    voiceprints: createVoicePrintService(db, now, VOICE_TYPES_MODEL.sha256),
    audit: createAuditService(db, now),
  }
}
