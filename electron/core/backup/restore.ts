import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { toStorageError } from '../../database/database-error'
import { parseBackupFileName } from './backup-file'
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

/**
 * Moves the file and its log, whichever of them are there: a log left behind by a restore that died half-way would be
 * played into the restored file.
 */
function setDatabaseAside(databasePath: string, now: number): string | null {
  const present = ['', '-wal', '-shm'].filter((suffix) => existsSync(`${databasePath}${suffix}`))
  if (present.length === 0) return null
  const folder = join(dirname(databasePath), 'set-aside', new Date(now).toISOString().replaceAll(/[-:.]/gu, ''))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const suffix of present) renameSync(`${databasePath}${suffix}`, join(folder, `${basename(databasePath)}${suffix}`))
  return folder
}
