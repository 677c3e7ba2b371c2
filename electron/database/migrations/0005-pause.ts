import type { Migration } from '../migration'

/** The pause in force, if any. Kept in the file so that a restart does not start listening again. */
export const pause: Migration = {
  version: 5,
  name: 'pause',
  up: (raw) => {
    raw.exec(`
      CREATE TABLE audio_pause (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        paused_at INTEGER NOT NULL,
        paused_by TEXT NOT NULL,
        -- NULL: until somebody resumes.
        until INTEGER
      ) STRICT;
    `)
  },
}
