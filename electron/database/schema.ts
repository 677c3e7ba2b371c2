/** Written by the migrator only. */
interface MigrationTable {
  version: number
  name: string
  /** UTC milliseconds. */
  applied_at: number
}

/** All tables, composed from one interface a feature in `schema/`. Column names are those of the file. */
export interface Database {
  core_migration: MigrationTable
}

