import { statfsSync } from 'node:fs'
import { toStorageError } from '../../database/database-error'

/** Left free beside what is written, so that listening goes on after a backup: 32 MiB. */
const RESERVE_BYTES = 32 * 1_048_576

/** @throws AppError `disk-full` when the folder's disk has less than `bytes` and a reserve free. */
export function requireFreeSpace(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < bytes + RESERVE_BYTES) throw toStorageError(new Error('not enough free space'), 'disk-full')
}
