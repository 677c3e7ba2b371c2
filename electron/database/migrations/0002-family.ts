import type { Migration } from '../migration'

/** The household, its adults (their keys are in the vault), children and settings. */
export const family: Migration = {
  version: 2,
  name: 'family',
  up: (raw) => {
    raw.exec(`
      CREATE TABLE family_household (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        recovery_code_confirmed_at INTEGER
      ) STRICT;
      -- One file, one household.
      CREATE UNIQUE INDEX family_household_single ON family_household ((1));

      CREATE TABLE family_adult (
        id TEXT PRIMARY KEY,
        household_id TEXT NOT NULL REFERENCES family_household (id),
        name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('owner', 'parent', 'caregiver')),
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX family_adult_owner ON family_adult (household_id) WHERE role = 'owner';

      CREATE TABLE family_child (
        id TEXT PRIMARY KEY,
        household_id TEXT NOT NULL REFERENCES family_household (id),
        name TEXT NOT NULL,
        birth_date TEXT NOT NULL,
        animal TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        archived_at INTEGER
      ) STRICT;

      CREATE TABLE family_setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL CHECK (json_valid(value)),
        updated_at INTEGER NOT NULL
      ) STRICT;
    `)
  },
}
