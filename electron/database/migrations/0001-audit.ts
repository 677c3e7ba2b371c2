import type { Migration } from '../migration'

/**
 * The audit trail. No foreign keys: an entry outlives what it speaks of. `AUTOINCREMENT` keeps the highest number ever
 * given in `sqlite_sequence`, so that entries cut off at the end are missed by the verifier.
 */
export const audit: Migration = {
  version: 1,
  name: 'audit',
  up: (raw) => {
    raw.exec(`
      CREATE TABLE audit_entry (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        action TEXT NOT NULL,
        detail TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER audit_entry_refuse_update BEFORE UPDATE ON audit_entry
      BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;
      CREATE TRIGGER audit_entry_refuse_delete BEFORE DELETE ON audit_entry
      BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END;
      CREATE TRIGGER audit_entry_refuse_replace BEFORE INSERT ON audit_entry
      WHEN EXISTS (SELECT 1 FROM audit_entry WHERE sequence = NEW.sequence)
      BEGIN SELECT RAISE(ABORT, 'audit entries are never replaced'); END;
    `)
  },
}
