import type { RawDatabase } from './connection'
import { corruptDatabaseError, toStorageError } from './database-error'

/**
 * Reads every page of the file: the cipher's authentication tag of each, the trees' structure, and the foreign keys.
 * Takes about 7 ms a megabyte, on the calling thread.
 *
 * @throws AppError `database-corrupt`.
 */
export function checkIntegrity(raw: RawDatabase): void {
  try {
    const findings = raw.prepare('PRAGMA integrity_check(1)').pluck().all()
    if (findings.length !== 1 || findings[0] !== 'ok') throw corruptDatabaseError()
    if (raw.prepare('PRAGMA foreign_key_check').get() !== undefined) throw corruptDatabaseError()
  } catch (error) {
    throw toStorageError(error)
  }
}
