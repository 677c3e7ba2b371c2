/** The operating system's keychain, as far as the vault uses it: one short secret under one name. */
export interface Keychain {
  /** Names the store, such as `secret-service`; recorded with what was wrapped for it. */
  readonly backend: string
  /** Never waits longer than a few seconds and never rejects. */
  readonly read: (account: string) => Promise<KeychainRead>
  /** `stored` only when the secret can be read back and will still be there after a restart of the computer. */
  readonly write: (account: string, secret: string) => Promise<KeychainWrite>
}

export type KeychainProblem = 'unavailable' | 'locked'

export type KeychainRead =
  | { readonly kind: 'found'; readonly secret: string }
  | { readonly kind: 'missing' }
  | { readonly kind: KeychainProblem }

export type KeychainWrite = 'stored' | KeychainProblem
