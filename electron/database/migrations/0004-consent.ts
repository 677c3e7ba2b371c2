import type { Migration } from '../migration'

/** Consents as a history: a decision is never overwritten, only ended. */
export const consent: Migration = {
  version: 4,
  name: 'consent',
  up: (raw) => {
    raw.exec(`
      CREATE TABLE family_consent (
        id TEXT PRIMARY KEY,
        child_id TEXT NOT NULL REFERENCES family_child (id),
        purpose TEXT NOT NULL,
        text_version TEXT NOT NULL,
        language TEXT NOT NULL,
        -- How the adult was known to be that adult, e.g. 'signed-in'.
        method TEXT NOT NULL,
        given_by TEXT NOT NULL REFERENCES family_adult (id),
        given_at INTEGER NOT NULL,
        withdrawn_by TEXT REFERENCES family_adult (id),
        withdrawn_at INTEGER,
        CHECK (withdrawn_at IS NULL OR withdrawn_at >= given_at)
      ) STRICT;
      CREATE INDEX family_consent_child ON family_consent (child_id, purpose, given_at);
      CREATE INDEX family_consent_given_by ON family_consent (given_by);
      CREATE INDEX family_consent_withdrawn_by ON family_consent (withdrawn_by);
      -- One standing consent a child and purpose, so that one withdrawal ends it.
      CREATE UNIQUE INDEX family_consent_standing ON family_consent (child_id, purpose) WHERE withdrawn_at IS NULL;
    `)
  },
}
