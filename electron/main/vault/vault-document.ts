import { z } from 'zod'
import { AppError } from '../../../common/result'
import { idSchema } from '../../../common/household'
import { newerDatabaseError } from '../../database/database-error'
import { attemptsSchema, NO_ATTEMPTS } from './throttle'
import { isFor, readWrap, type Door, type Wrap, type WrapKind, type WrapOf } from './wrap'

const FORMAT = 'wondernest-vault'
const VAULT_VERSION = 1

const documentSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VAULT_VERSION),
  vaultId: idSchema,
  createdAt: z.number().int(),
  /** True until the household's file was made with this vault's key: until then no data can depend on it. */
  pending: z.boolean(),
  /** Each read on its own; a damaged one is kept as it is until its door gets a new one. */
  wraps: z.array(z.unknown()),
  attempts: attemptsSchema.catch(NO_ATTEMPTS),
})
/** The vault as it is stored. Nothing personal: ids of adults, no names. */
export type VaultDocument = Readonly<z.infer<typeof documentSchema>>

export function newVaultDocument(vaultId: string, createdAt: number): VaultDocument {
  return { format: FORMAT, version: VAULT_VERSION, vaultId, createdAt, pending: true, wraps: [], attempts: NO_ATTEMPTS }
}

/** @throws AppError `vault-corrupt`; `database-newer` for a document of a later version of the app. */
export function parseVaultDocument(content: unknown): VaultDocument {
  const parsed = documentSchema.safeParse(content)
  if (parsed.success) return parsed.data
  const later = z.object({ format: z.literal(FORMAT), version: z.number().int().gt(VAULT_VERSION) })
  if (later.safeParse(content).success) throw newerDatabaseError()
  throw vaultCorruptError(parsed.error)
}

export function vaultCorruptError(cause?: unknown): AppError {
  return new AppError(
    'vault-corrupt',
    'The file with the wrapped keys is damaged. It was left as it is. Put a copy of it back, or ask for help before changing anything.',
    { cause },
  )
}

/** The wraps of a kind that read well. */
export function wrapsOf<Kind extends WrapKind>(document: VaultDocument, kind: Kind): readonly WrapOf<Kind>[] {
  return document.wraps
    .map(readWrap)
    .flatMap((stored) => (stored.state === 'intact' ? [stored.wrap] : []))
    .filter((wrap): wrap is WrapOf<Kind> => wrap.header.kind === kind)
}

/** True when a wrap for this door is there but damaged, so that not even the right secret opens it. */
export function isDamaged(document: VaultDocument, door: Door): boolean {
  return document.wraps.map(readWrap).some((stored) => stored.state === 'damaged' && isFor(stored, door))
}

/** Puts a wrap in the place of all that were for its door, damaged ones too. */
export function withWrap(document: VaultDocument, wrap: Wrap): VaultDocument {
  const adultId = wrap.header.kind === 'password' ? wrap.header.adultId : undefined
  const others = withoutDoor(document, { kind: wrap.header.kind, adultId })
  return { ...others, wraps: [...others.wraps, wrap] }
}

export function withoutDoor(document: VaultDocument, door: Door): VaultDocument {
  return { ...document, wraps: document.wraps.filter((raw) => !isFor(readWrap(raw), door)) }
}
