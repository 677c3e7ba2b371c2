import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../common/result'
import { removeNewDatabase, setDatabaseAside } from '../../core/backup/database-files'
import { restoreBackup } from '../../core/backup/restore'
import { createBackupService, isBackupDue, type Backup } from '../../core/backup/service'
import type { BackupReason } from '../../core/backup/backup-file'
import { toStorageError } from '../../database/database-error'
import type { Migration } from '../../database/migration'
import { openDatabase, type OpenedDatabase } from '../../database/open-database'
import { blocked, missingDatabase, missingVault, secondCopy, type DoorState } from './door-state'
import { lockFolder, type FolderLock } from './folder-lock'
import type { KeychainState } from './keychain-door'
import type { Vault } from './vault'

export interface HouseholdDoorOptions {
  /** Holds `wondernest.db`, `backups/` and the lock; made when it is not there. */
  readonly dataFolder: string
  readonly vault: Vault
  readonly nativeBinding?: string | undefined
  /** UTC milliseconds. */
  readonly now?: (() => number) | undefined
  /** Other than the app's own only in tests. */
  readonly migrations?: readonly Migration[] | undefined
}

/** The way from a start of the app to an open household file: what is there, which key opens it, what stands in the way. */
export interface HouseholdDoor {
  /**
   * Takes the folder's lock, looks at what is there and opens it if the keychain has the key. Called at the start, and
   * again when the user has mended what was in the way (space on the disk, the other copy closed).
   */
  readonly start: () => Promise<DoorState>
  readonly state: () => DoorState
  /**
   * Makes vault and file, and lets `populate` write the household into it; only then is the household there. When
   * anything of it fails, the next try begins anew.
   *
   * @throws AppError `conflict` outside the first run; `disk-full`, `read-only`; what `populate` throws.
   */
  readonly create: (owner: NewOwner, populate: (database: OpenedDatabase) => Promise<void>) => Promise<{ readonly recoveryCode: string }>
  /**
   * Opens with an adult's password and puts a key into the keychain again if it had none. The state afterwards may be
   * `blocked`: the key was right and the file has a problem.
   *
   * @throws AppError as `Vault.openWithPassword`; `conflict` when the state is not `vault-locked`.
   */
  readonly unlock: (password: string) => Promise<{ readonly adultId: string }>
  /** As `unlock`, with the recovery code. The caller then gives an adult a new password. */
  readonly recover: (recoveryCode: string) => Promise<void>
  /** Goes back to a backup and opens it. @throws AppError `vault-locked` without a key, `not-found`, `database-corrupt`, `disk-full`, … */
  readonly restore: (backupName: string) => DoorState
  /** @throws AppError `vault-locked` when the file is not open; `disk-full`, `read-only`, `database-corrupt`. */
  readonly backUp: (reason: BackupReason) => Backup
  /**
   * Takes the daily backup when the newest one is a day old, else gives null. Call it now and then while nobody works:
   * it is also what finds damage in parts of the file that no page shows.
   *
   * @throws AppError as `backUp`.
   */
  readonly backUpIfDue: () => Backup | null
  readonly backups: () => readonly Backup[]
  /** The key while one is known: for a new password, a new code. The door zeroes it on `close`. */
  readonly key: () => Buffer
  /** Closes the file, zeroes the key and gives the lock back. */
  readonly close: () => void
}

export interface NewOwner {
  readonly adultId: string
  readonly password: string
}

export function createHouseholdDoor(options: HouseholdDoorOptions): HouseholdDoor {
  const { dataFolder, vault, nativeBinding, now = Date.now, migrations } = options
  const databasePath = join(dataFolder, 'wondernest.db')
  const backupService = createBackupService({ folder: join(dataFolder, 'backups'), now })
  let lock: FolderLock | undefined
  let key: Buffer | undefined
  let state: DoorState = { stage: 'first-run' }

  const listBackups = (): readonly Backup[] => {
    try {
      return backupService.list()
    } catch {
      // Shown beside a problem that is told already; without them the page still says what happened.
      return []
    }
  }
  const block = (error: unknown): DoorState => blocked(toStorageError(error), dataFolder, listBackups())
  const requireKey = (): Buffer => {
    if (key === undefined) throw new AppError('vault-locked', 'The household is locked. Open it with a password or the recovery code first.')
    return key
  }
  const holdKey = (next: Buffer | undefined): void => {
    if (next !== key) key?.fill(0)
    key = next
  }
  const requireLocked = (): void => {
    if (state.stage !== 'vault-locked') throw new AppError('conflict', 'The household is not waiting to be unlocked.')
  }
  const closeDatabase = (): void => {
    if (state.stage === 'opened') state.database.close()
  }

  const locked = (keychain: KeychainState): DoorState => {
    const waitMs = vault.retryAfterMs()
    return { stage: 'vault-locked', keychain, retryAt: waitMs === 0 ? null : now() + waitMs }
  }

  /** With the key at hand: opens the file, or tells why not. */
  const openFile = (): DoorState => {
    const openKey = requireKey()
    if (!existsSync(databasePath)) return missingDatabase(dataFolder, listBackups())
    try {
      const database = openDatabase({
        path: databasePath,
        key: openKey,
        nativeBinding,
        now,
        migrations,
        beforeMigrating: (raw) => {
          backupService.backUp(raw, { key: openKey, nativeBinding }, 'migration')
        },
      })
      return { stage: 'opened', database }
    } catch (error) {
      return block(error)
    }
  }

  const lookAround = async (): Promise<DoorState> => {
    const vaultState = vault.state()
    const somethingThere = existsSync(databasePath) || listBackups().length > 0
    if (vaultState === 'none') return somethingThere ? missingVault(dataFolder, listBackups()) : { stage: 'first-run' }
    if (vaultState === 'pending') {
      // The first run was cut short before a household was in the file.
      setDatabaseAside(databasePath, now())
      return { stage: 'first-run' }
    }
    if (key !== undefined) return openFile()
    const opening = await vault.openWithKeychain()
    if (opening.kind !== 'opened') return locked(opening.kind)
    holdKey(opening.key)
    return openFile()
  }

  const enter = async (opened: Buffer): Promise<void> => {
    const keychainWasLocked = state.stage === 'vault-locked' && state.keychain === 'locked'
    holdKey(opened)
    state = openFile()
    // A locked keychain still has its entry; the others get a new one. Failing only means the same question next time.
    if (!keychainWasLocked) await vault.rewrapKeychain(opened).catch(() => false)
  }

  const backUp = (reason: BackupReason): Backup => {
    if (state.stage !== 'opened') throw new AppError('vault-locked', 'The household is not open.')
    return backupService.backUp(state.database.raw, { key: requireKey(), nativeBinding }, reason)
  }

  return {
    start: async () => {
      if (state.stage === 'opened') return state
      try {
        mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
        lock ??= lockFolder(dataFolder, nativeBinding)
        state = lock === undefined ? secondCopy(dataFolder, listBackups()) : await lookAround()
      } catch (error) {
        state = block(error)
      }
      return state
    },

    state: () => (state.stage === 'vault-locked' ? locked(state.keychain) : state),

    create: async ({ adultId, password }, populate) => {
      if (state.stage !== 'first-run' || existsSync(databasePath)) {
        throw new AppError('conflict', 'There is a household on this computer already.')
      }
      const made = await vault.create(adultId, password)
      holdKey(made.key)
      let database: OpenedDatabase | undefined
      try {
        database = openDatabase({ path: databasePath, key: made.key, nativeBinding, now, migrations, mode: 'create' })
        await populate(database)
        vault.confirm()
      } catch (error) {
        database?.close()
        removeNewDatabase(databasePath)
        holdKey(undefined)
        throw error
      }
      state = { stage: 'opened', database }
      return { recoveryCode: made.recoveryCode }
    },

    unlock: async (password) => {
      requireLocked()
      const opened = await vault.openWithPassword(password)
      await enter(opened.key)
      return { adultId: opened.adultId }
    },

    recover: async (recoveryCode) => {
      requireLocked()
      await enter(await vault.openWithRecoveryCode(recoveryCode))
    },

    restore: (backupName) => {
      const restoreKey = { key: requireKey(), nativeBinding }
      const backupPath = backupService.pathOf(backupName)
      closeDatabase()
      try {
        restoreBackup({ backupPath, backupName, databasePath, key: restoreKey, now })
      } finally {
        state = openFile()
      }
      return state
    },

    backUp,
    backUpIfDue: () => (isBackupDue(listBackups(), now()) ? backUp('daily') : null),

    backups: listBackups,
    key: requireKey,

    close: () => {
      closeDatabase()
      state = { stage: 'closed' }
      holdKey(undefined)
      lock?.release()
      lock = undefined
    },
  }
}
