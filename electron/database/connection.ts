import { existsSync, statSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3-multiple-ciphers'
import { strictAssert } from '../../common/assert'
import { corruptDatabaseError, toStorageError } from './database-error'

/** The synchronous driver's connection. Migrations and this folder use it; features use Kysely. */
export type RawDatabase = InstanceType<typeof SqliteDatabase>

export const KEY_BYTES = 32

export interface ConnectionOptions {
  readonly path: string
  /** 256 random bits; used as the raw SQLCipher key, without a derivation. The caller keeps (and zeroes) its buffer. */
  readonly key: Uint8Array
  readonly nativeBinding?: string | undefined
  readonly readonly?: boolean | undefined
  /** `create` refuses a file that is there, `existing` (the default) one that is not, or is empty. */
  readonly mode?: 'create' | 'existing' | undefined
}

/** How long a statement waits for another connection (a backup, a job) before it fails, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000

/**
 * Opens the encrypted file and proves that the key fits by reading its first page.
 *
 * @throws AppError `not-found`, `conflict`, `database-corrupt`, `disk-full`, `read-only`, `internal`. A key that does
 * not fit and a broken first page look the same to SQLCipher (its authentication tag fails); as the vault hands out
 * authenticated keys only, both are told as `database-corrupt`.
 */
export function openConnection(options: ConnectionOptions): RawDatabase {
  strictAssert(options.key.byteLength === KEY_BYTES, 'a database key has 32 bytes')
  refuseWrongFile(options)
  let raw: RawDatabase | undefined
  try {
    raw = new SqliteDatabase(options.path, {
      readonly: options.readonly ?? false,
      timeout: BUSY_TIMEOUT_MS,
      nativeBinding: options.nativeBinding,
    })
    unlock(raw, options.key)
    configure(raw, options.readonly ?? false)
    return raw
  } catch (error) {
    raw?.close()
    throw toStorageError(error)
  }
}

function refuseWrongFile({ path, mode = 'existing' }: ConnectionOptions): void {
  if (mode === 'create') {
    if (existsSync(path)) throw toStorageError(new Error('the database file exists already'), 'conflict')
    return
  }
  if (!existsSync(path)) throw toStorageError(new Error('the database file does not exist'), 'not-found')
  // SQLite takes an empty file for a new database; to a family it is one that lost everything.
  if (statSync(path).size === 0) throw corruptDatabaseError()
}

/** SQLCipher 4 format: AES-256-CBC and HMAC-SHA512 a page. The key goes in as bytes, so that no SQL text holds it. */
function unlock(raw: RawDatabase, key: Uint8Array): void {
  raw.pragma(`cipher = 'sqlcipher'`)
  raw.pragma('legacy = 4')
  const literal = Buffer.from(`x'${Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('hex')}'`)
  try {
    raw.key(literal)
  } finally {
    literal.fill(0)
  }
  raw.prepare('SELECT count(*) FROM sqlite_master').get()
}

/** Reasons in docs/adr/0004-database.md. */
function configure(raw: RawDatabase, readonly: boolean): void {
  raw.pragma('temp_store = MEMORY')
  raw.pragma('foreign_keys = ON')
  raw.pragma('trusted_schema = OFF')
  if (readonly) return
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('secure_delete = ON')
}

/** The schema version in the file's header; 0 for a file without migrations. */
export function readSchemaVersion(raw: RawDatabase): number {
  return Number(raw.pragma('user_version', { simple: true }))
}
