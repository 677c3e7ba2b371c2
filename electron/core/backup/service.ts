import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../common/result'
import { readSchemaVersion, type RawDatabase } from '../../database/connection'
import { toStorageError } from '../../database/database-error'
import { backupFileName, parseBackupFileName, type BackupFile, type BackupReason } from './backup-file'
import { writeBackup, type BackupKey } from './write-backup'

/** How many of each kind are kept. */
const KEPT: Readonly<Record<BackupReason, number>> = { manual: 5, daily: 7, migration: 3 }

const DAY_MS = 86_400_000

export interface Backup extends BackupFile {
  readonly bytes: number
}

export interface BackupService {
  /** Newest first; files that are none of ours are left out. */
  readonly list: () => readonly Backup[]
  /**
   * Writes and verifies a backup, then removes the oldest of the same kind beyond what is kept. Synchronous: the
   * migrator calls it before it changes anything.
   *
   * @throws AppError `disk-full`, `read-only`, `database-corrupt`, `internal`.
   */
  readonly backUp: (raw: RawDatabase, key: BackupKey, reason: BackupReason) => Backup
  /** The full path of a listed backup. @throws AppError `not-found` for any other name. */
  readonly pathOf: (name: string) => string
}

export interface BackupServiceOptions {
  /** The folder of backups; made when it is first needed. */
  readonly folder: string
  readonly now?: (() => number) | undefined
}

export function createBackupService({ folder, now = Date.now }: BackupServiceOptions): BackupService {
  const list = (): readonly Backup[] =>
    namesIn(folder)
      .flatMap((name) => {
        const file = parseBackupFileName(name)
        return file === undefined ? [] : [{ ...file, bytes: statSync(join(folder, name)).size }]
      })
      .sort((left, right) => right.createdAt - left.createdAt)

  /** Never takes the one just written, even when older ones carry dates of a clock that was ahead. */
  const rotate = (written: BackupFile): void => {
    const superfluous = list()
      .filter(({ reason, name }) => reason === written.reason && name !== written.name)
      .slice(KEPT[written.reason] - 1)
    for (const { name } of superfluous) rmSync(join(folder, name), { force: true })
  }

  return {
    list,
    backUp: (raw, key, reason) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        const file = { createdAt: freeTime(now(), list()), schemaVersion: readSchemaVersion(raw), reason }
        const name = backupFileName(file)
        const { bytes } = writeBackup(raw, join(folder, name), key)
        rotate({ ...file, name })
        return { ...file, name, bytes }
      } catch (error) {
        throw toStorageError(error)
      }
    },
    pathOf: (name) => {
      if (!list().some((backup) => backup.name === name)) throw new AppError('not-found', 'There is no backup of that name.')
      return join(folder, name)
    },
  }
}

/**
 * True when the newest backup is a day old, or there is none. One that carries a later date than now (a clock that was
 * ahead) is not believed.
 */
export function isBackupDue(backups: readonly Backup[], now: number): boolean {
  return !backups.some(({ createdAt }) => createdAt <= now && now - createdAt < DAY_MS)
}

/** Two backups of the same millisecond get different names. */
function freeTime(now: number, existing: readonly Backup[]): number {
  const taken = new Set(existing.map(({ createdAt }) => createdAt))
  let time = now
  while (taken.has(time)) time += 1
  return time
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw toStorageError(error)
  }
}
