/**
 * The most likely sequence of states when every change costs the same (A. Viterbi, IEEE Trans. Inf. Theory 13 (1967)
 * 260–269). `scores[t][k]` is the log-likelihood of state k at step t. Gives the index of a state for every step.
 */
export function mostLikelyPath(scores: readonly (readonly number[])[], switchCost: number): readonly number[] {
  const [first, ...rest] = scores
  if (first === undefined) return []
  let best = [...first]
  const cameFrom: number[][] = []
  for (const step of rest) {
    const leader = indexOfMax(best)
    const switched = (best[leader] ?? 0) - switchCost
    cameFrom.push(best.map((score, k) => (score >= switched ? k : leader)))
    best = best.map((score, k) => Math.max(score, switched) + (step[k] ?? 0))
  }
  let state = indexOfMax(best)
  const path = [state]
  for (const origins of cameFrom.reverse()) {
    state = origins[state] ?? state
    path.push(state)
  }
  return path.reverse()
}

function indexOfMax(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? -Infinity) ? index : best), 0)
}
