import type { Estimate } from '../../../common/listening/metrics'

/**
 * How far a count may be from the truth, as found on development scenes with known counts (docs/adr/0010): the spread is
 * `relative` × count, plus a part that grows with the square root, because few events are known less well than many.
 */
export interface CountError {
  readonly relative: number
  readonly perEvent: number
}

export const WORD_ERROR: CountError = { relative: 0.35, perEvent: 4 }
export const VOCALIZATION_ERROR: CountError = { relative: 0.45, perEvent: 1 }
export const TURN_ERROR: CountError = { relative: 0.5, perEvent: 1 }

/** A count with its 80 % interval. The lower end is never below 0. */
export function estimateOf(count: number, error: CountError): Estimate {
  const spread = Math.sqrt((error.relative * count) ** 2 + error.perEvent * count)
  return { value: count, low: Math.max(0, count - spread), high: count + spread }
}
