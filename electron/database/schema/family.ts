import type { AdultRole, Animal, Language } from '../../../common/household'
import type { ConsentPurpose } from '../../../common/consent'

export interface HouseholdTable {
  id: string
  name: string
  created_at: number
  /** When the owner said that the recovery code is kept safe. */
  recovery_code_confirmed_at: number | null
}

export interface AdultTable {
  id: string
  household_id: string
  name: string
  role: AdultRole
  created_at: number
}

export interface ChildTable {
  id: string
  household_id: string
  name: string
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  birth_date: string
  animal: Animal
  created_at: number
  archived_at: number | null
}

export interface SettingTable {
  key: string
  /** JSON. */
  value: string
  updated_at: number
}

export interface ConsentTable {
  id: string
  child_id: string
  purpose: ConsentPurpose
  text_version: string
  language: Language
  /** How the adult's identity was known. */
  method: 'signed-in-adult'
  given_by: string
  given_at: number
  withdrawn_by: string | null
  withdrawn_at: number | null
  withdrawn_reason: 'withdrawn' | 'replaced' | null
}

export interface FamilyTables {
  family_household: HouseholdTable
  family_adult: AdultTable
  family_child: ChildTable
  family_setting: SettingTable
  family_consent: ConsentTable
}
