import type { Generated } from 'kysely'
import type { ConsentPurpose } from '../../../common/consent'
import type { AdultRole, Animal, Language } from '../../../common/household'

/** Times are UTC milliseconds. */
export interface FamilyTables {
  family_household: {
    id: string
    only_one: Generated<number>
    name: string
    created_at: number
  }
  family_adult: {
    id: string
    household_id: string
    name: string
    role: AdultRole
    created_at: number
  }
  family_child: {
    id: string
    household_id: string
    name: string
    /** `YYYY-MM-DD` or `YYYY-MM`. */
    birth_date: string
    animal: Animal
    created_at: number
    archived_at: number | null
  }
  family_consent: {
    id: string
    child_id: string
    purpose: ConsentPurpose
    text_version: string
    language: Language
    method: 'signed-in'
    given_by: string
    given_at: number
    withdrawn_by: string | null
    withdrawn_at: number | null
  }
  /** Biometric: only `core/voiceprints` reads `embedding`. */
  family_voice_print: {
    child_id: string
    /** 64 32-bit floats, little-endian, of length 1. */
    embedding: Buffer
    seconds: number
    steadiness: number
    model_sha256: string
    enrolled_by: string
    enrolled_at: number
  }
  family_setting: {
    key: string
    /** JSON. */
    value: string
    updated_at: number
  }
}
