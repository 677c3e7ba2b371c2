import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Argon2Costs } from '../../electron/main/vault/argon2id'
import { createFileVaultStore } from '../../electron/main/vault/file-vault-store'
import type { Keychain, KeychainProblem } from '../../electron/main/vault/keychain'
import { createVault, type Vault } from '../../electron/main/vault/vault'

/** The least that the vault accepts: tests make many wraps. */
export const TEST_COSTS: Argon2Costs = { memoryKib: 19_456, passes: 2, lanes: 1 }

export interface TestKeychain extends Keychain {
  readonly entries: Map<string, string>
  /** Makes every call answer with this problem; undefined ends it. */
  setProblem: (problem: KeychainProblem | undefined) => void
}

/** A keychain in memory, for the states that a machine without a desktop cannot be brought into. */
export function createTestKeychain(): TestKeychain {
  const entries = new Map<string, string>()
  let problem: KeychainProblem | undefined
  return {
    backend: 'test-keychain',
    entries,
    setProblem: (next) => {
      problem = next
    },
    read: (account) => {
      const secret = entries.get(account)
      if (problem !== undefined) return Promise.resolve({ kind: problem })
      return Promise.resolve(secret === undefined ? { kind: 'missing' } : { kind: 'found', secret })
    },
    write: (account, secret) => {
      if (problem !== undefined) return Promise.resolve(problem)
      entries.set(account, secret)
      return Promise.resolve('stored')
    },
  }
}

/** A clock and an uptime that stand still until a test moves them. */
export interface TestClock {
  nowMs: number
  uptimeMs: number
}

export interface TestVault {
  readonly vault: Vault
  readonly keychain: TestKeychain
  readonly clock: TestClock
  readonly folder: string
  /** The vault's file. */
  readonly path: string
  /** The same file and keychain as the app finds them at its next start. */
  readonly restart: () => Vault
  readonly dispose: () => void
}

export function createTestVault(): TestVault {
  const folder = mkdtempSync(join(tmpdir(), 'wondernest-vault-'))
  const path = join(folder, 'vault.json')
  const keychain = createTestKeychain()
  const clock: TestClock = { nowMs: Date.UTC(2026, 10, 21), uptimeMs: 3_600_000 }
  const restart = () =>
    createVault({
      store: createFileVaultStore(path),
      keychain,
      now: () => clock.nowMs,
      uptimeMs: () => clock.uptimeMs,
      costs: TEST_COSTS,
    })
  return {
    vault: restart(),
    keychain,
    clock,
    folder,
    path,
    restart,
    dispose: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
