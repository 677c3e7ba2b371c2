import { PROBLEMS } from '../../../common/app-state'
import type { AppError } from '../../../common/result'
import type { Backup } from '../../core/backup/service'
import type { OpenedDatabase } from '../../database/open-database'
import type { KeychainState } from './keychain-door'

export type Problem = (typeof PROBLEMS)[number]

export type DoorState =
  | { readonly stage: 'first-run' }
  | { readonly stage: 'vault-locked'; readonly keychain: KeychainState; readonly retryAt: number | null }
  | { readonly stage: 'opened'; readonly database: OpenedDatabase }
  | Blocked
  | { readonly stage: 'closed' }

export interface Blocked {
  readonly stage: 'blocked'
  readonly problem: Problem
  /** What happened and what to do next, in English. */
  readonly detail: string
  readonly dataFolder: string
  readonly backups: readonly Backup[]
}

export function blocked(error: AppError, dataFolder: string, backups: readonly Backup[]): Blocked {
  const problem = PROBLEMS.find((candidate) => candidate === error.code) ?? 'internal'
  return { stage: 'blocked', problem, detail: error.message, dataFolder, backups }
}

export function missingDatabase(dataFolder: string, backups: readonly Backup[]): Blocked {
  return {
    stage: 'blocked',
    problem: 'database-missing',
    detail: "The household's file is missing from the data folder, while its keys are there. Nothing was made in its place. Put the file back, or restore a backup.",
    dataFolder,
    backups,
  }
}

export function missingVault(dataFolder: string, backups: readonly Backup[]): Blocked {
  return {
    stage: 'blocked',
    problem: 'vault-missing',
    detail: "The household's file or its backups are there, but the file with their keys is not. Nothing was made in its place. Put the file with the keys back into the data folder.",
    dataFolder,
    backups,
  }
}

export function secondCopy(dataFolder: string, backups: readonly Backup[]): Blocked {
  return {
    stage: 'blocked',
    problem: 'second-copy',
    detail: 'Another copy of WonderNest is using this data folder. Close it, then start WonderNest again.',
    dataFolder,
    backups,
  }
}
