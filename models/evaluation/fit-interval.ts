import type { CountPair } from './count-errors'

/** The factors of an interval: see electron/listener/counting/intervals.ts, which adds the square root of the count. */
export interface IntervalFit {
  readonly lowest: number
  readonly highest: number
  /** Scenes it is fitted on: those in which something was counted. */
  readonly scenes: number
}

/** Of the truths, so many may lie below the interval, and so many above. */
const OUTSIDE = 0.1

/**
 * The narrowest interval of the form `estimateOf` (electron/listener/counting/intervals.ts) that one in ten truths lies below
 * and one in ten above: a split-conformal fit (J. Lei et al., J. Am. Stat. Assoc. 113 (2018) 1094–1111), with the rank
 * raised by one as it needs for few scenes. Null with fewer than ten scenes in which something was counted.
 */
export function fitInterval(pairs: readonly CountPair[]): IntervalFit | null {
  const counted = pairs.filter(({ found }) => found > 0)
  if (counted.length < 1 / OUTSIDE) return null
  const below = conformal(counted.map(({ truth, found }) => neededWidth(found - truth, found)))
  const above = conformal(counted.map(({ truth, found }) => neededWidth(truth - found, found)))
  return { lowest: Math.max(0, 1 - below), highest: 1 + above, scenes: counted.length }
}

function conformal(widths: readonly number[]): number {
  const rank = Math.ceil((1 - OUTSIDE) * (widths.length + 1))
  const sorted = [...widths].sort((a, b) => a - b)
  return sorted[Math.min(rank, sorted.length) - 1] ?? 0
}

/** How wide the interval must be on one side, as a share of the count, to reach a truth `distance` away. */
function neededWidth(distance: number, found: number): number {
  if (distance <= 0) return 0
  return Math.sqrt(Math.max(0, distance ** 2 - found)) / found
}
