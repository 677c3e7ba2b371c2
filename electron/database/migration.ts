import type { RawDatabase } from './connection'

/** One step of the schema. Once released it is never edited; a mistake is mended by a later step. */
export interface Migration {
  /** 1, 2, 3 … without a gap; stored in the file's `user_version`. */
  readonly version: number
  /** kebab-case, as in the file's name. */
  readonly name: string
  /** Runs inside the migrator's transaction with foreign keys off (they are checked before the commit). */
  readonly up: (raw: RawDatabase) => void
}
