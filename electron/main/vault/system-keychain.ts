import { AsyncEntry } from '@napi-rs/keyring'
import type { Keychain, KeychainProblem, KeychainRead, KeychainWrite } from './keychain'
import { sessionBusAnswers } from './session-bus'

const SERVICE = 'WonderNest'

/**
 * How long one call may take. A locked keychain shows the system's own question on a desktop; after this long the app
 * goes on to ask for a password instead, and whoever answers later finds the keychain open at the next start.
 */
const CALL_TIMEOUT_MS = 8_000

export interface SystemKeychainOptions {
  readonly platform?: NodeJS.Platform | undefined
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined
  readonly timeoutMs?: number | undefined
}

/**
 * The keychain of macOS, Windows or a Linux desktop (Secret Service) through `@napi-rs/keyring`.
 *
 * On Linux the store is pinned: left alone, the library (and so its keytar-compatible entry) falls back to the kernel's
 * key ring without a word, which forgets everything when the computer restarts.
 */
export function createSystemKeychain(options: SystemKeychainOptions = {}): Keychain {
  const { platform = process.platform, environment = process.env, timeoutMs = CALL_TIMEOUT_MS } = options

  const withEntry = async <T>(account: string, action: (entry: AsyncEntry) => Promise<T>): Promise<T | KeychainProblem> => {
    try {
      if (platform === 'linux' && !(await sessionBusAnswers(environment))) return 'unavailable'
      const entry = new AsyncEntry(SERVICE, account, { linux: { store: 'secret-service' } })
      return await withTimeout(action(entry), timeoutMs)
    } catch (error) {
      return problemOf(error)
    }
  }

  return {
    backend: backendOf(platform),
    read: (account) =>
      withEntry(account, async (entry): Promise<KeychainRead> => {
        const secret = await entry.getPassword()
        return secret === null ? { kind: 'missing' } : { kind: 'found', secret }
      }).then((read) => (typeof read === 'string' ? { kind: read } : read)),
    write: (account, secret) =>
      withEntry(account, async (entry): Promise<KeychainWrite> => {
        await entry.setPassword(secret)
        return (await entry.getPassword()) === secret ? 'stored' : 'unavailable'
      }),
  }
}

function backendOf(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'macos-keychain'
  if (platform === 'win32') return 'windows-credential-manager'
  return 'secret-service'
}

/** The library tells its errors apart by text only; the one for no reply speaks of a policy that "blocked" it. */
function problemOf(error: unknown): KeychainProblem {
  const text = error instanceof Error ? error.message : String(error)
  return /\blocked\b|\bdismissed\b|\btimed out\b|user interaction/iu.test(text) ? 'locked' : 'unavailable'
}

async function withTimeout<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('the keychain timed out'))
    }, timeoutMs)
  })
  try {
    return await Promise.race([promise, timeout])
  } finally {
    clearTimeout(timer)
  }
}
