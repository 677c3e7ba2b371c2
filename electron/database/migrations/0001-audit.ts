import type { Migration } from '../migration'

/** The audit trail. Triggers refuse every change and removal; the hash chain shows changes made around them. */
export const audit: Migration = {
  version: 1,
  name: 'audit',
  up: (raw) => {
    raw.exec(`
      CREATE TABLE audit_entry (
        sequence INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        action TEXT NOT NULL,
        detail TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;

      CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
      BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

      CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
      BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

      -- INSERT OR REPLACE removes a row without firing the trigger above.
      CREATE TRIGGER audit_entry_only_append BEFORE INSERT ON audit_entry
      WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM audit_entry)
      BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
    `)
  },
}
