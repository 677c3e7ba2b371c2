import type { Migration } from '../migration'

/** Every consent ever given, with its end. At most one stands per child and purpose. */
export const consent: Migration = {
  version: 3,
  name: 'consent',
  up: (raw) => {
    raw.exec(`
      CREATE TABLE family_consent (
        id TEXT PRIMARY KEY,
        child_id TEXT NOT NULL REFERENCES family_child (id),
        purpose TEXT NOT NULL,
        text_version TEXT NOT NULL,
        language TEXT NOT NULL,
        method TEXT NOT NULL,
        given_by TEXT NOT NULL REFERENCES family_adult (id),
        given_at INTEGER NOT NULL,
        withdrawn_by TEXT REFERENCES family_adult (id),
        withdrawn_at INTEGER,
        withdrawn_reason TEXT CHECK (withdrawn_reason IN ('withdrawn', 'replaced')),
        CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
      ) STRICT;
      CREATE UNIQUE INDEX family_consent_standing ON family_consent (child_id, purpose) WHERE withdrawn_at IS NULL;
      CREATE INDEX family_consent_history ON family_consent (child_id, given_at);
    `)
  },
}
