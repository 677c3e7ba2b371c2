import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3-multiple-ciphers'
import { toStorageError } from '../../database/database-error'

export interface FolderLock {
  readonly release: () => void
}

/**
 * Keeps a second copy of the app (another user session, a copied program) away from the same data folder.
 *
 * It is SQLite's own exclusive lock on an empty file: the operating system gives it back when the process ends, however
 * it ends, so that no stale lock ever needs a decision. The file holds nothing.
 *
 * @returns undefined when another copy holds the lock.
 * @throws AppError `read-only`, `disk-full`, `internal`.
 */
export function lockFolder(folder: string, nativeBinding?: string): FolderLock | undefined {
  let file: InstanceType<typeof SqliteDatabase> | undefined
  try {
    file = new SqliteDatabase(join(folder, 'wondernest.lock'), { timeout: 0, nativeBinding })
    // Without a journal the lock needs no room on the disk.
    file.pragma('journal_mode = MEMORY')
    file.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    file?.close()
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return undefined
    throw toStorageError(error)
  }
  const held = file
  return { release: () => held.close() }
}
