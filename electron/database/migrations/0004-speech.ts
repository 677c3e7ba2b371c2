import type { Migration } from '../migration'

/**
 * What bins and roll-ups have in common. Additive quantities only (docs/adr/0005): levels are kept as sums of
 * milliseconds × linear energy and milliseconds × 90th percentile over the milliseconds that have a level.
 */
const TOTALS = `
        listened_ms REAL NOT NULL,
        gap_ms REAL NOT NULL,
        kchi_ms REAL NOT NULL,
        och_ms REAL NOT NULL,
        fem_ms REAL NOT NULL,
        mal_ms REAL NOT NULL,
        oln_ms REAL NOT NULL,
        ele_ms REAL NOT NULL,
        cry_ms REAL NOT NULL,
        lau_ms REAL NOT NULL,
        noi_ms REAL NOT NULL,
        sil_ms REAL NOT NULL,
        words REAL NOT NULL,
        words_low REAL NOT NULL,
        words_high REAL NOT NULL,
        vocalizations REAL NOT NULL,
        vocalizations_low REAL NOT NULL,
        vocalizations_high REAL NOT NULL,
        turns REAL NOT NULL,
        turns_low REAL NOT NULL,
        turns_high REAL NOT NULL,
        level_ms REAL NOT NULL,
        level_energy_ms REAL NOT NULL,
        level_p90_ms REAL NOT NULL`

/** Listening sessions, 5-minute bins, gaps and roll-ups. */
export const speech: Migration = {
  version: 4,
  name: 'speech',
  up: (raw) => {
    raw.exec(`
      -- The time zones and starts of day the family has counted its days in; a bin names the one that was in force.
      CREATE TABLE audio_calendar (
        id INTEGER PRIMARY KEY,
        time_zone TEXT NOT NULL,
        day_start_minute INTEGER NOT NULL,
        UNIQUE (time_zone, day_start_minute)
      ) STRICT;

      CREATE TABLE audio_session (
        id TEXT PRIMARY KEY,
        child_id TEXT NOT NULL REFERENCES family_child (id),
        consent_id TEXT NOT NULL REFERENCES family_consent (id),
        device_name TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        local_day TEXT NOT NULL,
        ended_at INTEGER,
        end_reason TEXT CHECK (end_reason IN ('stopped', 'crash')),
        CHECK ((ended_at IS NULL) = (end_reason IS NULL))
      ) STRICT;
      CREATE INDEX audio_session_child ON audio_session (child_id, started_at);
      CREATE INDEX audio_session_open ON audio_session (started_at) WHERE ended_at IS NULL;

      CREATE TABLE audio_bin (
        session_id TEXT NOT NULL REFERENCES audio_session (id),
        started_at INTEGER NOT NULL,
        ended_at INTEGER NOT NULL,
        -- The session's child, here so that a day is one range of one index.
        child_id TEXT NOT NULL REFERENCES family_child (id),
        calendar_id INTEGER NOT NULL REFERENCES audio_calendar (id),
        local_day TEXT NOT NULL,
        local_hour INTEGER NOT NULL,
        is_final INTEGER NOT NULL CHECK (is_final IN (0, 1)),${TOTALS},
        PRIMARY KEY (session_id, started_at)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX audio_bin_day ON audio_bin (child_id, local_day, local_hour, started_at);

      CREATE TABLE audio_gap (
        id TEXT PRIMARY KEY,
        session_id TEXT NOT NULL REFERENCES audio_session (id),
        child_id TEXT NOT NULL REFERENCES family_child (id),
        started_at INTEGER NOT NULL,
        ended_at INTEGER NOT NULL,
        local_day TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (reason IN ('microphone-lost', 'asleep', 'listener-down')),
        UNIQUE (session_id, started_at, reason)
      ) STRICT;
      CREATE INDEX audio_gap_day ON audio_gap (child_id, local_day);

      CREATE TABLE audio_rollup (
        child_id TEXT NOT NULL REFERENCES family_child (id),
        granularity TEXT NOT NULL CHECK (granularity IN ('hour', 'day', 'week')),
        -- The local day; the Monday for a week.
        starts_on TEXT NOT NULL,
        -- The local clock hour; -1 for days and weeks.
        hour INTEGER NOT NULL,
        days_listened INTEGER NOT NULL,${TOTALS},
        PRIMARY KEY (child_id, granularity, starts_on, hour)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
