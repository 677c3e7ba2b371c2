import type { Adult } from '../../../common/household'

export interface AdultSessionOptions {
  /** How long nobody may touch keys or pointer before the session ends. */
  readonly idleLimitMs: () => number
  /** Wall clock and a clock that cannot be set; whichever says "too long" wins, so neither sleep nor a moved clock helps. */
  readonly wallNow: () => number
  readonly monotonicNow: () => number
  readonly onChange: (reason: 'signed-in' | 'signed-out' | 'idle') => void
}

/** Who is signed in at the console. At most one adult; ends by itself when idle. */
export class AdultSession {
  readonly #options: AdultSessionOptions
  #adult: Adult | null = null
  #touchedWall = 0
  #touchedMonotonic = 0

  constructor(options: AdultSessionOptions) {
    this.#options = options
  }

  get adult(): Adult | null {
    return this.#adult
  }

  signIn(adult: Adult): void {
    this.#adult = adult
    this.touch()
    this.#options.onChange('signed-in')
  }

  signOut(): void {
    if (this.#adult === null) return
    this.#adult = null
    this.#options.onChange('signed-out')
  }

  /** Somebody moved keys or pointer. Does not revive a session whose time is over. */
  touch(): void {
    if (this.#adult === null) return
    this.#touchedWall = this.#options.wallNow()
    this.#touchedMonotonic = this.#options.monotonicNow()
  }

  /** Ends the session when it was idle for too long; call it every few seconds and after waking up. */
  checkIdle(): void {
    if (this.#adult === null) return
    const idleMs = Math.max(
      this.#options.monotonicNow() - this.#touchedMonotonic,
      this.#options.wallNow() - this.#touchedWall,
    )
    if (idleMs < this.#options.idleLimitMs()) return
    this.#adult = null
    this.#options.onChange('idle')
  }
}
