/** A count in one scene. */
export interface CountPair {
  readonly truth: number
  readonly found: number
}

export interface CountScore {
  readonly scenes: number
  readonly truth: number
  readonly found: number
  /** Median over the scenes that hold any of |found - truth| / truth; null without such a scene. */
  readonly medianAbsoluteRelativeError: number | null
  /** All found over all there, minus 1; null when there is none. */
  readonly bias: number | null
  /** Pearson's correlation over scenes; null with fewer than three scenes or when all are alike. */
  readonly pearsonR: number | null
}

export function scoreCounts(pairs: readonly CountPair[]): CountScore {
  const truth = sum(pairs.map((pair) => pair.truth))
  const found = sum(pairs.map((pair) => pair.found))
  const errors = pairs.filter((pair) => pair.truth > 0).map((pair) => Math.abs(pair.found - pair.truth) / pair.truth)
  return {
    scenes: pairs.length,
    truth,
    found,
    medianAbsoluteRelativeError: median(errors),
    bias: truth === 0 ? null : found / truth - 1,
    pearsonR: pairs.length > 2 ? pearson(pairs) : null,
  }
}

export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5)
}

/** The quantile with linear interpolation between the nearest two values (R's type 7, numpy's default). */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  return below === undefined || above === undefined ? null : below + (place - Math.floor(place)) * (above - below)
}

function pearson(pairs: readonly CountPair[]): number | null {
  const meanTruth = sum(pairs.map(({ truth }) => truth)) / pairs.length
  const meanFound = sum(pairs.map(({ found }) => found)) / pairs.length
  const product = sum(pairs.map(({ truth, found }) => (truth - meanTruth) * (found - meanFound)))
  const squares = sum(pairs.map(({ truth }) => (truth - meanTruth) ** 2)) * sum(pairs.map(({ found }) => (found - meanFound) ** 2))
  return squares > 0 ? product / Math.sqrt(squares) : null
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
