import { accessSync, constants } from 'node:fs'
import type { Kysely } from 'kysely'
import { openConnection, readSchemaVersion, type ConnectionOptions, type RawDatabase } from './connection'
import { corruptDatabaseError, newerDatabaseError, toStorageError } from './database-error'
import { createKysely } from './kysely'
import type { Migration } from './migration'
import { migrate, type MigrationOutcome } from './migrator'
import { migrations as allMigrations } from './migrations/index'
import type { Database } from './schema'

export interface OpenDatabaseOptions extends Omit<ConnectionOptions, 'readonly'> {
  readonly now?: (() => number) | undefined
  /** Other than the app's own only in tests of the migrator. */
  readonly migrations?: readonly Migration[] | undefined
  /** Takes the backup before a file with data is migrated. It must not resolve later: it is called, then the steps run. */
  readonly beforeMigrating?: ((raw: RawDatabase, fromVersion: number) => void) | undefined
}

export interface OpenedDatabase {
  readonly db: Kysely<Database>
  /** For backups and checks; features use `db`. */
  readonly raw: RawDatabase
  readonly path: string
  readonly schemaVersion: number
  readonly migration: MigrationOutcome
  /** Writes the log back into the file and closes it. May be called twice. */
  readonly close: () => void
}

/**
 * Opens (or creates, with `mode: 'create'`) the household's file and brings it to the newest schema.
 *
 * A file of a newer version is looked at through a read-only connection and left byte for byte as it is.
 *
 * @throws AppError `database-newer`, `database-corrupt`, `disk-full`, `read-only`, `not-found`, `conflict`, `internal`.
 */
export function openDatabase(options: OpenDatabaseOptions): OpenedDatabase {
  const migrations = options.migrations ?? allMigrations
  if (options.mode !== 'create') {
    refuseUnusableVersion(options, migrations.length)
    requireWritable(options.path)
  }
  const raw = openConnection(options)
  try {
    const migration = migrate(raw, {
      migrations,
      now: options.now ?? Date.now,
      beforeMigrating: (fromVersion) => options.beforeMigrating?.(raw, fromVersion),
    })
    return {
      db: createKysely(raw),
      raw,
      path: options.path,
      schemaVersion: migration.to,
      migration,
      close: () => raw.close(),
    }
  } catch (error) {
    raw.close()
    throw error
  }
}

/** SQLite opens a file that may not be written without a word, and fails at the first change. */
function requireWritable(path: string): void {
  try {
    accessSync(path, constants.W_OK)
  } catch (error) {
    throw toStorageError(error)
  }
}

function refuseUnusableVersion(options: OpenDatabaseOptions, newest: number): void {
  const probe = openConnection({ ...options, readonly: true })
  try {
    const version = readSchemaVersion(probe)
    if (version > newest) throw newerDatabaseError()
    // Creating a file and its first schema is one transaction and a fresh file is never reopened before it.
    if (version === 0) throw corruptDatabaseError()
  } finally {
    probe.close()
  }
}
