import { createHash } from 'node:crypto'
import { z } from 'zod'
import { idSchema } from '../../../common/household'
import { argon2ParametersSchema } from './argon2id'
import { sealKey, unsealKey } from './key-wrap'

const bytes = (length: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === length, `${String(length)} bytes`)

const sealedSchema = z.object({ nonce: bytes(12), data: bytes(32), tag: bytes(16) })

const headerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('password'), adultId: idSchema, createdAt: z.number().int(), kdf: argon2ParametersSchema }),
  z.object({ kind: z.literal('recovery'), createdAt: z.number().int(), kdf: argon2ParametersSchema }),
  z.object({
    kind: z.literal('keychain'),
    createdAt: z.number().int(),
    /** Which keychain holds the wrapping key. */
    backend: z.string().max(40),
    /** Says which wrapping key fits, without telling anything about it. */
    wrappingKeyId: idSchema,
  }),
])
/** What a wrap says in the open; authenticated together with the key inside it. */
export type WrapHeader = z.infer<typeof headerSchema>
export type WrapKind = WrapHeader['kind']

const wrapSchema = z.object({
  header: headerSchema,
  sealed: sealedSchema,
  /** SHA-256 of header and sealed key: tells a damaged wrap from a wrong password. Guards nothing; the tag does. */
  checksum: z.string(),
})
export type Wrap = z.infer<typeof wrapSchema>
export type WrapOf<Kind extends WrapKind> = Wrap & { readonly header: Extract<WrapHeader, { kind: Kind }> }

/** What is left to read of a damaged wrap: for which door it was, if that. */
const labelSchema = z.object({ header: z.object({ kind: z.string(), adultId: z.string().optional() }) })

export type StoredWrap =
  | { readonly state: 'intact'; readonly wrap: Wrap }
  | { readonly state: 'damaged'; readonly kind: string | undefined; readonly adultId: string | undefined }

/** A door of the vault: the keychain's, the recovery code's, or one adult's. */
export interface Door {
  readonly kind: WrapKind
  readonly adultId?: string | undefined
}

/** Reads one entry of the vault's list by itself, so that a damaged one does not spoil the others. */
export function readWrap(raw: unknown): StoredWrap {
  const parsed = wrapSchema.safeParse(raw)
  if (parsed.success && parsed.data.checksum === checksumOf(parsed.data)) return { state: 'intact', wrap: parsed.data }
  const label = labelSchema.safeParse(raw)
  return { state: 'damaged', kind: label.data?.header.kind, adultId: label.data?.header.adultId }
}

/** Whether a stored wrap is for a door; `undefined` as `adultId` means any adult's. */
export function isFor(stored: StoredWrap, door: Door): boolean {
  if (stored.state === 'damaged') return stored.kind === door.kind && fits(stored.adultId, door.adultId)
  const { header } = stored.wrap
  return header.kind === door.kind && fits(header.kind === 'password' ? header.adultId : undefined, door.adultId)
}

function fits(adultId: string | undefined, wanted: string | undefined): boolean {
  return wanted === undefined || adultId === wanted
}

/** Wraps the database key for one vault: a wrap copied into another vault does not open there. */
export function makeWrap(vaultId: string, header: WrapHeader, key: Uint8Array, wrappingKey: Uint8Array): Wrap {
  const sealed = sealKey(key, wrappingKey, contextOf(vaultId, header))
  return { header, sealed, checksum: checksumOf({ header, sealed }) }
}

/** The key inside, or undefined when the wrapping key does not fit. The caller zeroes it. */
export function openWrap(vaultId: string, wrap: Wrap, wrappingKey: Uint8Array): Buffer | undefined {
  return unsealKey(wrap.sealed, wrappingKey, contextOf(vaultId, wrap.header))
}

/** Parsing puts the fields into the schema's order, so that the same header always gives the same bytes. */
function contextOf(vaultId: string, header: WrapHeader): string {
  return JSON.stringify(['wondernest-vault', 1, vaultId, headerSchema.parse(header)])
}

function checksumOf({ header, sealed }: Pick<Wrap, 'header' | 'sealed'>): string {
  const text = JSON.stringify([headerSchema.parse(header), sealedSchema.parse(sealed)])
  return createHash('sha256').update(text).digest('base64')
}
