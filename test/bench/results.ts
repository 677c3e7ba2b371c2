import { writeFileSync } from 'node:fs'

export interface Measurement {
  readonly name: string
  readonly unit: string
  readonly value: number
  /** Upper limit from the architecture; null where none is set. */
  readonly budget: number | null
  readonly met: boolean | null
}

/** A figure, with its budget (an upper limit) where there is one. */
export function measurement(name: string, unit: string, value: number, budget: number | null = null): Measurement {
  return { name, unit, value: Number(value.toPrecision(4)), budget, met: budget === null ? null : value < budget }
}

/** The `fraction` quantile (nearest rank) of the samples. */
export function quantile(samples: readonly number[], fraction: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(fraction * sorted.length) - 1)]
  if (value === undefined) throw new Error('no samples')
  return value
}

export function formatMeasurements(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ name, unit, value, budget, met }) => [
    name,
    `${value} ${unit}`,
    budget === null ? '' : `< ${budget} ${unit}`,
    met === null ? '' : met ? 'met' : 'NOT MET',
  ])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')
}

export function writeMeasurements(file: string, measurements: readonly Measurement[]): void {
  writeFileSync(file, `${JSON.stringify(measurements, null, 2)}\n`)
}
