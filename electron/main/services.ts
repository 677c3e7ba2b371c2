import type { Kysely } from 'kysely'
import type { Adult, CreateHousehold } from '../../common/household'
import type { FamilySettings } from '../../common/settings'
import type { Core } from '../core/index'
import type { Database } from '../database/schema'
import type { AdultSession } from './account/adult-session'
import type { Kiosk } from './kiosk/kiosk'
import type { Enrolment } from './listening/enrolment'
import type { ListeningController } from './listening/controller'
import type { ListenerProcess } from './listening/supervisor'
import type { HouseholdDoor } from './vault/household-door'
import type { Vault } from './vault/vault'
import type { WindowRegistry } from './windows/window-registry'

/** What the handlers work with; put together once in `app.ts`. */
export interface Services {
  readonly door: HouseholdDoor
  readonly vault: Vault
  readonly session: AdultSession
  readonly listening: ListeningController
  readonly enrolment: Enrolment
  /** Whether the trained model, without which no voice can be enrolled, is part of this installation. */
  readonly hasVoiceModel: () => boolean
  readonly forkListener: () => ListenerProcess
  readonly kiosk: Kiosk
  readonly registry: WindowRegistry
  readonly dataFolder: string
  readonly now: () => number
  /** The household's rules and data. @throws AppError `vault-locked` while the file is not open. */
  readonly core: () => Core
  /** Writes a new household into its empty file. */
  readonly populate: (db: Kysely<Database>, ownerId: string, input: CreateHousehold) => Promise<void>
  /** Call after the door has opened the file: from then on there is a core, and the rules decide about listening. */
  readonly householdOpened: () => Promise<void>
  /** The family's settings as last stored. @throws AppError `vault-locked` */
  readonly settings: () => FamilySettings
  /** Call after settings, children, consent or a pause changed: windows, tray and listener follow. */
  readonly rulesChanged: () => Promise<void>
  /** Tells the windows that the stage may have changed. */
  readonly stateChanged: () => void
  readonly signIn: (adult: Adult) => Promise<void>
}
