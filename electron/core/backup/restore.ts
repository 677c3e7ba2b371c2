import { copyFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { toStorageError } from '../../database/database-error'
import { parseBackupFileName } from './backup-file'
import { setDatabaseAside } from './database-files'
import { requireFreeSpace } from './disk-space'
import { verifyBackup, type BackupKey } from './write-backup'

export interface RestoreOptions {
  /** The backup to go back to; it stays where it is. */
  readonly backupPath: string
  readonly backupName: string
  /** The household's file, which must be closed. */
  readonly databasePath: string
  readonly key: BackupKey
  readonly now: () => number
}

/**
 * Puts a backup in the place of the household's file. The backup is proved good first; the file it replaces, with its
 * log, is kept beside it in `set-aside`, never deleted. When the app dies half-way, the file is missing and the same
 * backup can be restored again.
 *
 * @returns where the replaced file is now, or null when there was none.
 * @throws AppError `database-corrupt` for a bad backup, `disk-full`, `read-only`, `internal`; nothing was moved then.
 */
export function restoreBackup(options: RestoreOptions): { readonly setAside: string | null } {
  const { backupPath, backupName, databasePath, key, now } = options
  const incoming = `${databasePath}.restoring`
  try {
    requireFreeSpace(dirname(databasePath), statSync(backupPath).size)
    copyFileSync(backupPath, incoming)
    verifyBackup(incoming, key, parseBackupFileName(backupName)?.schemaVersion ?? 0)
    const setAside = setDatabaseAside(databasePath, now())
    renameSync(incoming, databasePath)
    return { setAside }
  } catch (error) {
    rmSync(incoming, { force: true })
    throw toStorageError(error)
  }
}
