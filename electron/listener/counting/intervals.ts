import type { Estimate } from '../../../common/listening/metrics'

/**
 * How far the truth may lie from a count: factors on the count, to which comes a part that grows with its square root, because
 * few events are known less well than many. Fitted so that one truth in ten lies below and one in ten above, on generated
 * scenes about as long as a bin (split conformal prediction). Real homes are harder than generated ones: the interval is a
 * lower bound of the doubt.
 */
export interface CountError {
  readonly lowest: number
  readonly highest: number
}

export interface CountErrors {
  readonly adultWords: CountError
  readonly childVocalizations: CountError
  readonly conversationalTurns: CountError
}

/** Of the acoustic baseline: 32 scenes of 3 minutes drawn in pairs (docs/adr/0010). It overcounts turns: one voice heard as two. */
export const BASELINE_ERRORS: CountErrors = {
  adultWords: { lowest: 0.6, highest: 1.4 },
  childVocalizations: { lowest: 0.65, highest: 1.6 },
  conversationalTurns: { lowest: 0.4, highest: 1.1 },
}

/** Of the trained model: the 40 scenes of 3 minutes that its decoding was tuned on (docs/adr/0011). */
export const MODEL_ERRORS: CountErrors = {
  adultWords: { lowest: 0.67, highest: 2.05 },
  childVocalizations: { lowest: 0.76, highest: 2.15 },
  conversationalTurns: { lowest: 0.49, highest: 1.71 },
}

/** A count with its 80 % interval. The lower end is never below 0 and a count of 0 has no width. */
export function estimateOf(count: number, error: CountError): Estimate {
  const below = Math.hypot((1 - error.lowest) * count, Math.sqrt(count))
  const above = Math.hypot((error.highest - 1) * count, Math.sqrt(count))
  return { value: count, low: Math.max(0, count - below), high: count + above }
}
