import type { Estimate } from '../../../common/listening/metrics'

/**
 * How far the truth may lie from a count. `lowest` and `highest` are the 10th and 90th percentile of truth divided by
 * count over about one bin's worth of sound: 32 generated scenes of 3 minutes with known truth, drawn in pairs
 * (docs/adr/0010). To this comes a part that grows with the square root of the count, because few events are known less
 * well than many. Real homes are harder than generated ones: the interval is a lower bound of the doubt.
 */
export interface CountError {
  readonly lowest: number
  readonly highest: number
}

export const WORD_ERROR: CountError = { lowest: 0.6, highest: 1.4 }
export const VOCALIZATION_ERROR: CountError = { lowest: 0.65, highest: 1.6 }
/** Turns are overcounted: one voice heard as two makes turns that were none. */
export const TURN_ERROR: CountError = { lowest: 0.4, highest: 1.1 }

/** A count with its 80 % interval. The lower end is never below 0 and a count of 0 has no width. */
export function estimateOf(count: number, error: CountError): Estimate {
  const below = Math.hypot((1 - error.lowest) * count, Math.sqrt(count))
  const above = Math.hypot((error.highest - 1) * count, Math.sqrt(count))
  return { value: count, low: Math.max(0, count - below), high: count + above }
}
