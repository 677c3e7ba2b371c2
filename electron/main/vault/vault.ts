import { randomBytes, randomUUID } from 'node:crypto'
import { uptime } from 'node:os'
import { AppError } from '../../../common/result'
import { DEFAULT_COSTS, deriveKey, newArgon2Parameters, type Argon2Costs } from './argon2id'
import { createAttemptGate } from './attempt-gate'
import type { Keychain } from './keychain'
import { openWithKeychain, wrapForKeychain, type KeychainOpening } from './keychain-door'
import { generateRecoveryCode, parseRecoveryCode } from './recovery-code'
import { isDamaged, newVaultDocument, parseVaultDocument, vaultCorruptError, withoutDoor, withWrap, wrapsOf, type VaultDocument } from './vault-document'
import type { VaultStore } from './vault-store'
import { makeWrap, openWrap, readWrap, type Wrap, type WrapHeader, type WrapOf } from './wrap'

export interface VaultOptions {
  readonly store: VaultStore
  readonly keychain: Keychain
  /** UTC milliseconds. */
  readonly now?: (() => number) | undefined
  /** Milliseconds since the computer started. */
  readonly uptimeMs?: (() => number) | undefined
  /** Costs for new wraps; tests ask for less. */
  readonly costs?: Argon2Costs | undefined
}

export interface VaultInfo {
  readonly keychain: { readonly available: boolean; readonly backend: string }
  readonly passwordWraps: number
  readonly recoveryCodeCreatedAt: number | null
  /** Wraps that cannot be read any more; the doors they were for need a new one. */
  readonly damagedWraps: number
}

/** Holds the database key, wrapped for each of its doors. Every key it hands out is the caller's to zero. */
export interface Vault {
  /** `pending`: made, but no household file was ever confirmed for it. @throws AppError `vault-corrupt`, `database-newer`. */
  readonly state: () => 'none' | 'pending' | 'ready'
  /**
   * Makes a vault with a fresh key, openable by the owner's password, the code and (if it is there) the keychain.
   *
   * @throws AppError `conflict` when there is a vault that data may depend on; `disk-full`, `read-only`.
   */
  readonly create: (adultId: string, password: string) => Promise<{ readonly key: Buffer; readonly recoveryCode: string }>
  /** Says that the household's file exists: from now on this vault is never replaced. */
  readonly confirm: () => void
  readonly openWithKeychain: () => Promise<KeychainOpening>
  /**
   * Tries the password at every adult's door, the owner's first.
   *
   * @throws AppError `wrong-password`, `too-many-attempts`, `vault-corrupt` when no adult's wrap can be read.
   */
  readonly openWithPassword: (password: string) => Promise<{ readonly adultId: string; readonly key: Buffer }>
  /** @throws AppError `invalid-input` for a slip in the code (not counted), `wrong-recovery-code`, `too-many-attempts`, `vault-corrupt`. */
  readonly openWithRecoveryCode: (typed: string) => Promise<Buffer>
  /** @throws AppError `wrong-password`, `too-many-attempts`, `vault-corrupt` when this adult's wrap is damaged. */
  readonly verifyPassword: (adultId: string, password: string) => Promise<void>
  readonly setPassword: (adultId: string, password: string, key: Uint8Array) => Promise<void>
  /** Gives a new code and ends the old one. */
  readonly renewRecoveryCode: (key: Uint8Array) => Promise<string>
  /** True when the keychain holds a wrapping key now. */
  readonly rewrapKeychain: (key: Uint8Array) => Promise<boolean>
  /** @throws AppError `conflict` for the last adult. */
  readonly removeAdult: (adultId: string) => void
  readonly info: () => Promise<VaultInfo>
  /** Milliseconds until a password or code is accepted again; 0 when it is now. */
  readonly retryAfterMs: () => number
}

export function createVault(options: VaultOptions): Vault {
  const { store, keychain, now = Date.now, costs = DEFAULT_COSTS } = options

  const readDocument = (): VaultDocument | undefined => {
    const content = store.read()
    return content === undefined ? undefined : parseVaultDocument(content)
  }
  const requireDocument = (): VaultDocument => {
    const document = readDocument()
    if (document === undefined) throw new AppError('not-found', 'There is no household on this computer yet.')
    return document
  }
  /** Reads, changes and writes without letting anything run in between. */
  const update = (change: (document: VaultDocument) => VaultDocument): void => {
    store.write(change(requireDocument()))
  }
  const gate = createAttemptGate({
    load: () => requireDocument().attempts,
    save: (attempts) => {
      update((document) => ({ ...document, attempts }))
    },
    uptimeMs: options.uptimeMs ?? (() => uptime() * 1_000),
  })

  const wrapFor = async (vaultId: string, door: PasswordDoor, secret: string, key: Uint8Array): Promise<Wrap> => {
    const header: WrapHeader = { ...door, createdAt: now(), kdf: newArgon2Parameters(costs) }
    const wrappingKey = await deriveKey(secret, header.kdf)
    try {
      return makeWrap(vaultId, header, key, wrappingKey)
    } finally {
      wrappingKey.fill(0)
    }
  }
  const addWrap = async (door: PasswordDoor, secret: string, key: Uint8Array): Promise<void> => {
    const wrap = await wrapFor(requireDocument().vaultId, door, secret, key)
    update((document) => withWrap(document, wrap))
  }
  const raiseCosts = async (wrap: WrapOf<'password'>, password: string, key: Uint8Array): Promise<void> => {
    if (wrap.header.kdf.memoryKib >= costs.memoryKib && wrap.header.kdf.passes >= costs.passes) return
    // May fail, on a full disk for one: the old wrap is as good as it was, and the next sign-in tries again.
    await addWrap({ kind: 'password', adultId: wrap.header.adultId }, password, key).catch(() => undefined)
  }

  return {
    state: () => {
      const document = readDocument()
      if (document === undefined) return 'none'
      return document.pending ? 'pending' : 'ready'
    },

    create: async (adultId, password) => {
      if (readDocument()?.pending === false) throw new AppError('conflict', 'There is a household on this computer already.')
      const key = randomBytes(32)
      const recoveryCode = generateRecoveryCode()
      const empty = newVaultDocument(randomUUID(), now())
      const wraps = [
        await wrapFor(empty.vaultId, { kind: 'password', adultId }, password, key),
        await wrapFor(empty.vaultId, { kind: 'recovery' }, codeSymbols(recoveryCode), key),
      ]
      const keychainWrap = await wrapForKeychain(empty.vaultId, key, keychain, now())
      store.write({ ...empty, wraps: keychainWrap === undefined ? wraps : [...wraps, keychainWrap] })
      return { key, recoveryCode }
    },

    confirm: () => {
      if (requireDocument().pending) update((document) => ({ ...document, pending: false }))
    },

    openWithKeychain: async () => await openWithKeychain(requireDocument(), keychain),

    openWithPassword: async (password) => {
      const document = requireDocument()
      const wraps = wrapsOf(document, 'password')
      if (wraps.length === 0) throw vaultCorruptError()
      return await gate.attempt(
        async () => {
          for (const wrap of wraps) {
            const key = await openWithSecret(document, wrap, password)
            if (key === undefined) continue
            await raiseCosts(wrap, password, key)
            return { adultId: wrap.header.adultId, key }
          }
          return undefined
        },
        () => wrongPassword(isDamaged(document, { kind: 'password' })),
      )
    },

    openWithRecoveryCode: async (typed) => {
      const symbols = codeSymbols(typed)
      const document = requireDocument()
      const [wrap] = wrapsOf(document, 'recovery')
      if (wrap === undefined) throw damagedDoor()
      return await gate.attempt(() => openWithSecret(document, wrap, symbols), wrongRecoveryCode)
    },

    verifyPassword: async (adultId, password) => {
      const document = requireDocument()
      if (isDamaged(document, { kind: 'password', adultId })) throw damagedDoor()
      const wrap = wrapsOf(document, 'password').find(({ header }) => header.adultId === adultId)
      await gate.attempt(
        async () => {
          const key = wrap === undefined ? undefined : await openWithSecret(document, wrap, password)
          if (wrap === undefined || key === undefined) return undefined
          await raiseCosts(wrap, password, key)
          key.fill(0)
          return true
        },
        () => wrongPassword(false),
      )
    },

    setPassword: async (adultId, password, key) => {
      await addWrap({ kind: 'password', adultId }, password, key)
    },

    renewRecoveryCode: async (key) => {
      const recoveryCode = generateRecoveryCode()
      await addWrap({ kind: 'recovery' }, codeSymbols(recoveryCode), key)
      return recoveryCode
    },

    rewrapKeychain: async (key) => {
      const wrap = await wrapForKeychain(requireDocument().vaultId, key, keychain, now())
      if (wrap !== undefined) update((document) => withWrap(document, wrap))
      return wrap !== undefined
    },

    removeAdult: (adultId) => {
      const others = wrapsOf(requireDocument(), 'password').filter(({ header }) => header.adultId !== adultId)
      if (others.length === 0) throw new AppError('conflict', 'The last adult of a household cannot be removed.')
      update((document) => withoutDoor(document, { kind: 'password', adultId }))
    },

    info: async () => {
      const document = requireDocument()
      const entry = await keychain.read(document.vaultId)
      return {
        keychain: { available: entry.kind === 'found' || entry.kind === 'missing', backend: keychain.backend },
        passwordWraps: wrapsOf(document, 'password').length,
        recoveryCodeCreatedAt: wrapsOf(document, 'recovery')[0]?.header.createdAt ?? null,
        damagedWraps: document.wraps.map(readWrap).filter(({ state }) => state === 'damaged').length,
      }
    },

    retryAfterMs: () => gate.remainingMs(),
  }
}

type PasswordDoor = { readonly kind: 'password'; readonly adultId: string } | { readonly kind: 'recovery' }

/** The key, or undefined when the password or code is another one. */
async function openWithSecret(
  document: VaultDocument,
  wrap: WrapOf<'password'> | WrapOf<'recovery'>,
  secret: string,
): Promise<Buffer | undefined> {
  const wrappingKey = await deriveKey(secret, wrap.header.kdf)
  try {
    return openWrap(document.vaultId, wrap, wrappingKey)
  } finally {
    wrappingKey.fill(0)
  }
}

function codeSymbols(typed: string): string {
  const parsed = parseRecoveryCode(typed)
  if (parsed.kind === 'code') return parsed.symbols
  throw new AppError('invalid-input', 'There is a slip in the code: compare it with the printed one, group by group.')
}

function wrongPassword(someDamaged: boolean): AppError {
  const hint = someDamaged ? " One adult's stored key is damaged: another adult's password or the recovery code still opens." : ''
  return new AppError('wrong-password', `That is not the password. Check the keyboard and try again.${hint}`)
}

function wrongRecoveryCode(): AppError {
  return new AppError('wrong-recovery-code', "That code is well written but belongs to another household, or was replaced by a newer one.")
}

function damagedDoor(): AppError {
  return new AppError('vault-corrupt', 'The stored key for this door is damaged. Another password or the recovery code still opens the household.')
}
