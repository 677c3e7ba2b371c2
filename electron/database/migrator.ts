import { strictAssert } from '../../common/assert'
import { readSchemaVersion, type RawDatabase } from './connection'
import { newerDatabaseError, toStorageError } from './database-error'
import type { Migration } from './migration'

export interface MigrateOptions {
  readonly migrations: readonly Migration[]
  /** UTC milliseconds, for the table of applied migrations. */
  readonly now: () => number
  /** Takes the backup; called once before the first step, and not for a file that has no schema yet. */
  readonly beforeMigrating?: ((fromVersion: number) => void) | undefined
}

export interface MigrationOutcome {
  readonly from: number
  readonly to: number
  readonly applied: readonly string[]
}

/**
 * Brings a file to the newest schema. All pending steps run in one transaction: a step that fails leaves the file as it
 * was, so that the version of the app that wrote it still opens it.
 *
 * @throws AppError `database-newer` before anything is written; whatever a step throws, after the rollback.
 */
export function migrate(raw: RawDatabase, options: MigrateOptions): MigrationOutcome {
  assertNumbered(options.migrations)
  const from = readSchemaVersion(raw)
  const newest = options.migrations.length
  if (from > newest) throw newerDatabaseError()
  const pending = options.migrations.slice(from)
  if (pending.length === 0) return { from, to: from, applied: [] }
  if (from > 0) options.beforeMigrating?.(from)
  try {
    applyAll(raw, pending, options.now())
  } catch (error) {
    throw toStorageError(error)
  }
  return { from, to: newest, applied: pending.map((migration) => migration.name) }
}

function applyAll(raw: RawDatabase, pending: readonly Migration[], appliedAt: number): void {
  // Has no effect inside a transaction, hence outside; rebuilding a table needs it (https://sqlite.org/lang_altertable.html, section 7).
  raw.pragma('foreign_keys = OFF')
  try {
    raw.transaction(() => {
      raw.exec(`CREATE TABLE IF NOT EXISTS core_migration (
        version INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        applied_at INTEGER NOT NULL
      ) STRICT`)
      const record = raw.prepare('INSERT INTO core_migration (version, name, applied_at) VALUES (?, ?, ?)')
      for (const migration of pending) {
        migration.up(raw)
        refuseDanglingReferences(raw, migration)
        record.run(migration.version, migration.name, appliedAt)
        raw.pragma(`user_version = ${String(migration.version)}`)
      }
    }).immediate()
  } finally {
    raw.pragma('foreign_keys = ON')
  }
}

function refuseDanglingReferences(raw: RawDatabase, migration: Migration): void {
  const dangling = raw.prepare('PRAGMA foreign_key_check').all()
  if (dangling.length > 0) {
    throw new Error(`migration ${migration.name} leaves ${String(dangling.length)} dangling references`)
  }
}

function assertNumbered(migrations: readonly Migration[]): void {
  migrations.forEach((migration, index) => {
    strictAssert(migration.version === index + 1, `migration ${migration.name} is number ${String(index + 1)} in the list`)
  })
}
