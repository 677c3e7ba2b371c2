import type { Migration } from '../migration'

/** Children with the little that is known about them. */
export const children: Migration = {
  version: 3,
  name: 'children',
  up: (raw) => {
    raw.exec(`
      CREATE TABLE family_child (
        id TEXT PRIMARY KEY,
        household_id TEXT NOT NULL REFERENCES family_household (id),
        name TEXT NOT NULL,
        -- YYYY-MM-DD, or YYYY-MM when the family tells the month only.
        birth_date TEXT NOT NULL,
        animal TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        archived_at INTEGER
      ) STRICT;
      CREATE INDEX family_child_household ON family_child (household_id, created_at);
    `)
  },
}
