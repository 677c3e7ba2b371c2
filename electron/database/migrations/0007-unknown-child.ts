import type { Migration } from '../migration'

/** Time of a child's voice without knowing which child's; in older bins every child was taken for the key child. */
export const unknownChild: Migration = {
  version: 7,
  name: 'unknown-child',
  up: (raw) => {
    raw.exec(`
      ALTER TABLE audio_bin ADD COLUMN chi_ms REAL NOT NULL DEFAULT 0 CHECK (chi_ms >= 0);
      ALTER TABLE audio_rollup ADD COLUMN chi_ms REAL NOT NULL DEFAULT 0 CHECK (chi_ms >= 0);
    `)
  },
}
