import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** AES-256-GCM with the sizes of NIST SP 800-38D: 96-bit nonce, 128-bit tag. */
const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12

/** A wrapped key as it stands in the vault file; every field is base64. */
export interface SealedKey {
  readonly nonce: string
  readonly data: string
  readonly tag: string
}

/** Wraps `key` with `wrappingKey` (32 bytes each). `context` is authenticated with it: the same bytes open it again. */
export function sealKey(key: Uint8Array, wrappingKey: Uint8Array, context: string): SealedKey {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, wrappingKey, nonce)
  cipher.setAAD(Buffer.from(context, 'utf8'))
  const data = Buffer.concat([cipher.update(key), cipher.final()])
  return { nonce: nonce.toString('base64'), data: data.toString('base64'), tag: cipher.getAuthTag().toString('base64') }
}

/** The key, or undefined when the wrapping key or the context is another one: the tag tells, never the content. */
export function unsealKey(sealed: SealedKey, wrappingKey: Uint8Array, context: string): Buffer | undefined {
  const decipher = createDecipheriv(CIPHER, wrappingKey, Buffer.from(sealed.nonce, 'base64'), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(context, 'utf8'))
  decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'))
  const opened = decipher.update(Buffer.from(sealed.data, 'base64'))
  try {
    decipher.final()
    return opened
  } catch {
    opened.fill(0)
    return undefined
  }
}
