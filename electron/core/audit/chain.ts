import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json'

/** What stands before the first entry. */
export const GENESIS_HASH = '0'.repeat(64)

export interface ChainedEntry {
  readonly sequence: number
  /** UTC milliseconds. */
  readonly at: number
  readonly actor: string
  readonly action: string
  /** Canonical JSON, as stored. */
  readonly detail: string
  readonly previousHash: string
}

/** SHA-256 over the canonical JSON of the entry with the hash of the one before, as lower-case hexadecimal. */
export function hashEntry({ sequence, at, actor, action, detail, previousHash }: ChainedEntry): string {
  const text = canonicalJson({ sequence, at, actor, action, detail, previousHash })
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/**
 * Follows the chain through entries in their stored order.
 *
 * A chain shows every change to an entry and every entry taken from the middle. It cannot show that the newest entries
 * were taken off by somebody who has the key, or that all of it was written anew.
 */
export function createChainVerifier() {
  let expectedSequence = 1
  let previousHash = GENESIS_HASH
  return {
    /** Whether this entry is the right one here. A missing number is told as the number that is missing. */
    next: (entry: ChainedEntry & { readonly hash: string }): { readonly brokenAt: number } | null => {
      if (entry.sequence !== expectedSequence) return { brokenAt: expectedSequence }
      if (entry.previousHash !== previousHash || entry.hash !== hashEntry(entry)) return { brokenAt: entry.sequence }
      expectedSequence += 1
      previousHash = entry.hash
      return null
    },
  }
}
