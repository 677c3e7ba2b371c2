import { AppError } from '../../common/result'
import type { ErrorCode } from '../../common/ipc/errors'

/**
 * The one place where errors of SQLite and of the file system become errors that a person can act on.
 * Messages carry no path and no content.
 */
const MESSAGES = {
  'database-corrupt':
    "The household's file is damaged or was changed by something else. Nothing was deleted; a backup can be restored.",
  'database-newer':
    "The household's file was written by a newer version of WonderNest. It was left as it is; please update WonderNest.",
  'disk-full': 'The disk is full. Nothing that was saved is lost; free some space and try again.',
  'read-only': "The household's file or folder cannot be written. Check its permissions, then try again.",
  'not-found': "The household's file is not where it should be.",
  conflict: 'There is a household file here already; it was left as it is.',
  internal: "The household's file could not be used. Nothing was deleted; try again.",
} as const satisfies Partial<Record<ErrorCode, string>>

type StorageErrorCode = keyof typeof MESSAGES

const SQLITE_CODES: readonly (readonly [prefix: string, code: StorageErrorCode])[] = [
  ['SQLITE_FULL', 'disk-full'],
  // The index of the write-ahead log could not be given its size: on a full disk this comes before SQLITE_FULL.
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_NOTADB', 'database-corrupt'],
  ['SQLITE_CORRUPT', 'database-corrupt'],
  ['SQLITE_IOERR_CORRUPTFS', 'database-corrupt'],
  ['SQLITE_IOERR_DATA', 'database-corrupt'],
  ['SQLITE_IOERR_SHORT_READ', 'database-corrupt'],
  // A folder that may not be written: the write-ahead log beside the file cannot be made.
  ['SQLITE_CANTOPEN', 'read-only'],
]

const FILE_CODES: Readonly<Record<string, StorageErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ENOENT: 'not-found',
  EEXIST: 'conflict',
}

/** Any error from the driver or the file system as an AppError; an AppError is given back as it is. */
export function toStorageError(error: unknown, code: StorageErrorCode = storageCodeOf(error) ?? 'internal'): AppError {
  if (error instanceof AppError) return error
  return new AppError(code, MESSAGES[code], { cause: error })
}

export function corruptDatabaseError(cause?: unknown): AppError {
  return new AppError('database-corrupt', MESSAGES['database-corrupt'], { cause })
}

export function newerDatabaseError(): AppError {
  return new AppError('database-newer', MESSAGES['database-newer'])
}

/** The storage problem behind an error, or undefined when the error is of another kind (a constraint, a mistake in SQL). */
export function storageCodeOf(error: unknown): StorageErrorCode | undefined {
  const code = codeOf(error)
  if (code === undefined) return undefined
  return SQLITE_CODES.find(([prefix]) => code.startsWith(prefix))?.[1] ?? FILE_CODES[code]
}

/** True when a statement broke a UNIQUE or PRIMARY KEY rule. */
export function isUniqueViolation(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
