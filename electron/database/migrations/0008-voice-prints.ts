import type { Migration } from '../migration'

/** Children's voices as numbers, one a child; erased with the consent that allows it. */
export const voicePrints: Migration = {
  version: 8,
  name: 'voice-prints',
  up: (raw) => {
    raw.exec(`
      CREATE TABLE family_voice_print (
        child_id TEXT PRIMARY KEY REFERENCES family_child (id),
        -- 64 32-bit floats, little-endian.
        embedding BLOB NOT NULL CHECK (length(embedding) = 256),
        -- How much of the child's voice it rests on.
        seconds REAL NOT NULL CHECK (seconds > 0),
        -- How alike the pieces of it sounded, -1 to 1.
        steadiness REAL NOT NULL CHECK (steadiness BETWEEN -1 AND 1),
        -- The model that made it: numbers of two models cannot be compared.
        model_sha256 TEXT NOT NULL CHECK (length(model_sha256) = 64),
        enrolled_by TEXT NOT NULL REFERENCES family_adult (id),
        enrolled_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX family_voice_print_enrolled_by ON family_voice_print (enrolled_by);
    `)
  },
}
