import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { openConnection, readSchemaVersion, type ConnectionOptions, type RawDatabase } from '../../database/connection'
import { corruptDatabaseError, toStorageError } from '../../database/database-error'
import { checkIntegrity } from '../../database/integrity'
import { requireFreeSpace } from './disk-space'

export type BackupKey = Pick<ConnectionOptions, 'key' | 'nativeBinding'>

/**
 * Writes a compact, consistent copy of the open file, encrypted with the same key, and opens it to prove that it can be
 * restored. It gets its name only after that: what is called a backup is one.
 *
 * Children's voices are left out: a copy would outlive their erasure. After a restore they are enrolled again.
 *
 * `VACUUM INTO` and not SQLite's online backup, which refuses an encrypted source with a target that has no key yet.
 * Takes about 20 ms a megabyte, on the calling thread; `raw` may be a read-only connection of a worker.
 *
 * @throws AppError `disk-full`, `read-only`, `database-corrupt`, `internal`; leaves no half-written file behind.
 */
export function writeBackup(raw: RawDatabase, target: string, key: BackupKey): { readonly bytes: number } {
  const temporary = join(dirname(target), `.${basename(target)}.new`)
  try {
    rmSync(temporary, { force: true })
    requireFreeSpace(dirname(target), databaseBytes(raw))
    raw.prepare('VACUUM INTO ?').run(temporary)
    if (holdsVoices(raw)) leaveOutVoices(temporary, key)
    verifyBackup(temporary, key, readSchemaVersion(raw))
    syncFile(temporary)
    renameSync(temporary, target)
    return { bytes: statSync(target).size }
  } catch (error) {
    rmSync(temporary, { force: true })
    throw toStorageError(error)
  }
}

function holdsVoices(raw: RawDatabase): boolean {
  const tables = raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'family_voice_print'").all()
  return tables.length > 0 && raw.prepare('SELECT 1 FROM family_voice_print LIMIT 1').all().length > 0
}

function leaveOutVoices(path: string, { key, nativeBinding }: BackupKey): void {
  const copy = openConnection({ path, key, nativeBinding })
  try {
    // Overwrites what it deletes (`secure_delete`).
    copy.exec('DELETE FROM family_voice_print')
    // Without a log beside it, the copy is one file again.
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

/**
 * Opens a copy with the household's key and reads all of it.
 *
 * @throws AppError `database-corrupt` when it is damaged, of another household, or not of the version its name says.
 */
export function verifyBackup(path: string, { key, nativeBinding }: BackupKey, schemaVersion: number): void {
  const copy = openConnection({ path, key, nativeBinding, readonly: true })
  try {
    checkIntegrity(copy)
    if (readSchemaVersion(copy) !== schemaVersion) throw corruptDatabaseError()
  } finally {
    copy.close()
  }
}

function databaseBytes(raw: RawDatabase): number {
  return Number(raw.pragma('page_count', { simple: true })) * Number(raw.pragma('page_size', { simple: true }))
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
