import { z } from 'zod'
import { adultSchema } from './household'

/** Why the household's file cannot be opened. */
export const PROBLEMS = [
  'database-corrupt',
  'database-newer',
  'database-missing',
  'vault-corrupt',
  'vault-missing',
  'second-copy',
  'disk-full',
  'read-only',
  'internal',
] as const

/** Where the app stands; decides which page a window shows before anything else. */
export const appStateSchema = z.discriminatedUnion('stage', [
  /** No household on this computer yet. */
  z.object({ stage: z.literal('first-run') }),
  /** The file is there but its key is not: a password or the recovery code opens it. */
  z.object({
    stage: z.literal('vault-locked'),
    keychain: z.enum(['unavailable', 'locked', 'entry-missing', 'entry-wrong']),
    /** UTC milliseconds before which no further try is accepted; null when one may be made. */
    retryAt: z.number().int().nullable(),
  }),
  /** The file is open (listening and kiosk run), nobody is signed in. */
  z.object({
    stage: z.literal('signed-out'),
    adults: z.array(adultSchema),
    retryAt: z.number().int().nullable(),
  }),
  z.object({ stage: z.literal('signed-in'), adult: adultSchema, recoveryCodePending: z.boolean() }),
  z.object({
    stage: z.literal('blocked'),
    problem: z.enum(PROBLEMS),
    detail: z.string(),
    dataFolder: z.string(),
    backups: z.array(z.object({ name: z.string(), createdAt: z.number().int(), bytes: z.number().int() })),
  }),
])
export type AppState = z.infer<typeof appStateSchema>

export const dataInfoSchema = z
  .object({
    folder: z.string(),
    databaseBytes: z.number().int(),
    schemaVersion: z.number().int(),
    keychain: z.object({ available: z.boolean(), backend: z.string() }),
    passwordWraps: z.number().int(),
    recoveryCodeCreatedAt: z.number().int().nullable(),
    backups: z.array(z.object({ name: z.string(), createdAt: z.number().int(), bytes: z.number().int() })),
    appVersion: z.string(),
  })
  .readonly()
export type DataInfo = z.infer<typeof dataInfoSchema>

export const auditEntrySchema = z
  .object({
    sequence: z.number().int(),
    at: z.number().int(),
    actor: z.string(),
    action: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .readonly()
export type AuditEntry = z.infer<typeof auditEntrySchema>
