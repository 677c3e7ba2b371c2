/** Why a backup was taken; each kind is rotated by itself, so that daily ones never push out the one before a migration. */
export const BACKUP_REASONS = ['manual', 'daily', 'migration'] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

export interface BackupFile {
  /** The file's name inside the folder of backups. */
  readonly name: string
  /** UTC milliseconds. */
  readonly createdAt: number
  readonly schemaVersion: number
  readonly reason: BackupReason
}

/** Such as `wondernest-20261121T041500123Z-v3-manual.db`: sorts by time and is a legal name everywhere. */
export function backupFileName({ createdAt, schemaVersion, reason }: Omit<BackupFile, 'name'>): string {
  const time = new Date(createdAt).toISOString().replaceAll(/[-:.]/gu, '')
  return `wondernest-${time}-v${String(schemaVersion)}-${reason}.db`
}

const NAME = /^wondernest-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-v(\d{1,6})-(manual|daily|migration)\.db$/u

/** What a name says, or undefined when it is none of ours: such a file is never touched, nor a path followed. */
export function parseBackupFileName(name: string): BackupFile | undefined {
  const match = NAME.exec(name)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second, millisecond, version, reason] = match
  const createdAt = Date.parse(`${String(year)}-${String(month)}-${String(day)}T${String(hour)}:${String(minute)}:${String(second)}.${String(millisecond)}Z`)
  const known = BACKUP_REASONS.find((candidate) => candidate === reason)
  if (Number.isNaN(createdAt) || known === undefined) return undefined
  return { name, createdAt, schemaVersion: Number(version), reason: known }
}
