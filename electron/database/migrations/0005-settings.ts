import type { Migration } from '../migration'

/** The family's settings, one JSON value a key; only what differs from the defaults is here. */
export const settings: Migration = {
  version: 5,
  name: 'settings',
  up: (raw) => {
    raw.exec(`
      CREATE TABLE family_setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL CHECK (json_valid(value)),
        updated_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
