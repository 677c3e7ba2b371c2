import type { AudioTables } from './schema/audio'
import type { AuditTables } from './schema/audit'
import type { FamilyTables } from './schema/family'

/** Written by the migrator only. */
interface MigrationTable {
  version: number
  name: string
  /** UTC milliseconds. */
  applied_at: number
}

/** All tables, composed from one interface a feature in `schema/`. Column names are those of the file. */
export interface Database extends AuditTables, FamilyTables, AudioTables {
  core_migration: MigrationTable
}
