import type { Migration } from '../migration'

/** The one household of the file and its adults. Their passwords are not here: keys are in the vault. */
export const household: Migration = {
  version: 2,
  name: 'household',
  up: (raw) => {
    raw.exec(`
      CREATE TABLE family_household (
        id TEXT PRIMARY KEY,
        -- One file holds one household.
        only_one INTEGER NOT NULL DEFAULT 1 UNIQUE CHECK (only_one = 1),
        name TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE family_adult (
        id TEXT PRIMARY KEY,
        household_id TEXT NOT NULL REFERENCES family_household (id),
        name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('owner', 'parent', 'caregiver')),
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX family_adult_household ON family_adult (household_id);
    `)
  },
}
