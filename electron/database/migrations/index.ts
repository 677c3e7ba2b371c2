import type { Migration } from '../migration'

/** Every step of the schema, oldest first. A released step is never edited, moved or removed. */
export const migrations: readonly Migration[] = []
