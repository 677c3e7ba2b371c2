import type { Migration } from '../migration'

const SOUND_COLUMNS = ['kchi', 'och', 'fem', 'mal', 'oln', 'ele', 'cry', 'lau', 'noi', 'sil'].map((type) => `${type}_ms`)
const COUNT_COLUMNS = ['words', 'vocalizations', 'turns'].flatMap((count) => [count, `${count}_low`, `${count}_high`])

/** Everything of a bin and of a roll-up that is added up. */
const SUMS = ['listened_ms', 'gap_ms', ...SOUND_COLUMNS, ...COUNT_COLUMNS]
  .map((column) => `${column} REAL NOT NULL CHECK (${column} >= 0)`)
  .join(',\n        ')

/** Listening sessions, their gaps, the 5-minute bins and the roll-ups that pages read. */
export const speech: Migration = {
  version: 6,
  name: 'speech',
  up: (raw) => {
    raw.exec(`
      CREATE TABLE audio_session (
        id TEXT PRIMARY KEY,
        child_id TEXT NOT NULL REFERENCES family_child (id),
        device_name TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        local_day TEXT NOT NULL,
        ended_at INTEGER CHECK (ended_at >= started_at),
        -- 'stopped' by the app, or 'dangling': found open at the next start.
        end_reason TEXT CHECK (end_reason IN ('stopped', 'dangling')),
        CHECK ((ended_at IS NULL) = (end_reason IS NULL))
      ) STRICT;
      CREATE INDEX audio_session_child ON audio_session (child_id, started_at);
      CREATE INDEX audio_session_open ON audio_session (started_at) WHERE ended_at IS NULL;

      CREATE TABLE audio_gap (
        session_id TEXT NOT NULL REFERENCES audio_session (id),
        started_at INTEGER NOT NULL,
        ended_at INTEGER NOT NULL CHECK (ended_at > started_at),
        local_day TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (reason IN ('microphone-lost', 'asleep', 'listener-down')),
        PRIMARY KEY (session_id, started_at)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE audio_bin (
        session_id TEXT NOT NULL REFERENCES audio_session (id),
        started_at INTEGER NOT NULL,
        ended_at INTEGER NOT NULL CHECK (ended_at >= started_at),
        child_id TEXT NOT NULL REFERENCES family_child (id),
        -- The family day and clock hour in which the bin starts; fixed when it is first written.
        local_day TEXT NOT NULL,
        local_hour INTEGER NOT NULL CHECK (local_hour BETWEEN 0 AND 23),
        -- 1 once the bin is complete.
        final INTEGER NOT NULL CHECK (final IN (0, 1)),
        ${SUMS},
        level_mean_dbfs REAL,
        level_p90_dbfs REAL,
        PRIMARY KEY (session_id, started_at)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX audio_bin_day ON audio_bin (child_id, local_day, local_hour, started_at);

      CREATE TABLE audio_rollup (
        child_id TEXT NOT NULL REFERENCES family_child (id),
        granularity TEXT NOT NULL CHECK (granularity IN ('hour', 'day', 'week')),
        -- The family day; of a week its Monday.
        local_day TEXT NOT NULL,
        -- The local clock hour; -1 for days and weeks.
        local_hour INTEGER NOT NULL CHECK ((granularity = 'hour') = (local_hour BETWEEN 0 AND 23)),
        ${SUMS},
        -- Sums behind the two levels: time with a level, its energy (10^(dB/10)) and its 90th percentile, each times ms.
        level_ms REAL NOT NULL CHECK (level_ms >= 0),
        level_energy_ms REAL NOT NULL CHECK (level_energy_ms >= 0),
        level_p90_ms REAL NOT NULL,
        days_listened INTEGER NOT NULL CHECK (days_listened BETWEEN 0 AND 7),
        PRIMARY KEY (child_id, granularity, local_day, local_hour)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
