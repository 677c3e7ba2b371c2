import { randomBytes, randomUUID } from 'node:crypto'
import type { Keychain } from './keychain'
import { wrapsOf, type VaultDocument } from './vault-document'
import { makeWrap, openWrap, type Wrap } from './wrap'

/** Why the keychain does not open the vault; the same words as the app's state. */
export type KeychainState = 'unavailable' | 'locked' | 'entry-missing' | 'entry-wrong'

export type KeychainOpening =
  | { readonly kind: 'opened'; readonly key: Buffer }
  | { readonly kind: KeychainState }

/** Opens the vault with the wrapping key in the keychain. The caller zeroes the key. */
export async function openWithKeychain(document: VaultDocument, keychain: Keychain): Promise<KeychainOpening> {
  const entry = await keychain.read(document.vaultId)
  if (entry.kind === 'missing') return { kind: 'entry-missing' }
  if (entry.kind !== 'found') return { kind: entry.kind }
  const secret = parseSecret(entry.secret)
  if (secret === undefined) return { kind: 'entry-wrong' }
  try {
    const wrap = wrapsOf(document, 'keychain').find(({ header }) => header.wrappingKeyId === secret.id)
    const key = wrap === undefined ? undefined : openWrap(document.vaultId, wrap, secret.wrappingKey)
    return key === undefined ? { kind: 'entry-wrong' } : { kind: 'opened', key }
  } finally {
    secret.wrappingKey.fill(0)
  }
}

/** Puts a fresh wrapping key into the keychain and gives the wrap that fits it; undefined when the keychain took nothing. */
export async function wrapForKeychain(
  vaultId: string,
  key: Uint8Array,
  keychain: Keychain,
  createdAt: number,
): Promise<Wrap | undefined> {
  const id = randomUUID()
  const wrappingKey = randomBytes(32)
  try {
    const written = await keychain.write(vaultId, `${id}:${wrappingKey.toString('base64')}`)
    if (written !== 'stored') return undefined
    return makeWrap(vaultId, { kind: 'keychain', createdAt, backend: keychain.backend, wrappingKeyId: id }, key, wrappingKey)
  } finally {
    wrappingKey.fill(0)
  }
}

function parseSecret(secret: string): { readonly id: string; readonly wrappingKey: Buffer } | undefined {
  const [id, encoded] = secret.split(':')
  if (id === undefined || encoded === undefined) return undefined
  const wrappingKey = Buffer.from(encoded, 'base64')
  return wrappingKey.length === 32 ? { id, wrappingKey } : undefined
}
