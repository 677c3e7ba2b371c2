import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The file itself, its write-ahead log and the log's index. */
const SUFFIXES = ['', '-wal', '-shm'] as const

/**
 * Moves a closed household file and its log into `set-aside`, whichever of them are there: a log left behind by a
 * restore that died half-way would be played into the next file of that name.
 *
 * @returns the folder they are in now, or null when there was nothing.
 */
export function setDatabaseAside(databasePath: string, now: number): string | null {
  const present = SUFFIXES.filter((suffix) => existsSync(`${databasePath}${suffix}`))
  if (present.length === 0) return null
  const folder = join(dirname(databasePath), 'set-aside', new Date(now).toISOString().replaceAll(/[-:.]/gu, ''))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const suffix of present) renameSync(`${databasePath}${suffix}`, join(folder, `${basename(databasePath)}${suffix}`))
  return folder
}

/** Removes a file that the caller made a moment ago and that never held a household. */
export function removeNewDatabase(databasePath: string): void {
  for (const suffix of SUFFIXES) rmSync(`${databasePath}${suffix}`, { force: true })
}
