/**
 * Moves labels apart until each has `height`, as little as possible, inside 0 to `total`.
 * @param centres where each label would stand by itself, sorted, same unit as `height`
 * @returns the centres where they stand without covering each other; when they cannot all fit they share evenly
 */
export function spreadLabels(centres: readonly number[], height: number, total: number): readonly number[] {
  const count = centres.length
  if (count * height >= total) return centres.map((_, index) => ((index + 0.5) * total) / count)
  const placed: number[] = []
  for (const centre of centres) {
    const lowest = placed.length === 0 ? height / 2 : (placed.at(-1) ?? 0) + height
    placed.push(Math.max(centre, lowest))
  }
  let highest = total - height / 2
  return placed
    .toReversed()
    .map((centre) => {
      const fitted = Math.min(centre, highest)
      highest = fitted - height
      return fitted
    })
    .toReversed()
}
