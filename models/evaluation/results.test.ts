import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ResultsRow, resultsSchema } from './results-schema'

const results = resultsSchema.parse(JSON.parse(readFileSync(new URL('results.json', import.meta.url), 'utf8')))

const rows = results.sets.flatMap((set) => set.rows.map((row) => [`${set.name}: ${row.name}`, row] as const))

describe('the measured results', () => {
  it('name what the app runs, in the set that the app shows', () => {
    expect(results.sets[0].rows.filter(({ inApp }) => inApp)).toHaveLength(1)
  })

  it.each(rows)('%s: F1 follows from precision and recall, the mean from the three voices', (_name, row) => {
    for (const { f1, precision, recall } of Object.values(row.classes)) {
      if (precision === null || recall === null) continue
      expect(f1).toBeCloseTo(precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), 2)
    }
    const voices = (['CHI', 'FEM', 'MAL'] as const).map((voice) => row.classes[voice]?.f1)
    if (voices.every((f1) => f1 !== undefined)) expect(row.macroF1).toBeCloseTo(voices.reduce((sum, f1) => sum + f1, 0) / 3, 2)
  })
})

describe('the schema', () => {
  const [set] = results.sets
  const row = set.rows.find(({ inApp }) => inApp)

  it('refuses two rows that the app runs, a share over 1 and a class that nobody knows', () => {
    const withRows = (wanted: readonly unknown[]) => resultsSchema.safeParse({ ...results, sets: [{ ...set, rows: wanted }] }).success
    expect(withRows([row])).toBe(true)
    expect(withRows([row, row])).toBe(false)
    expect(withRows([{ ...row, macroF1: 1.2 } satisfies Partial<ResultsRow>])).toBe(false)
    expect(withRows([{ ...row, classes: { ...row?.classes, DOG: { f1: 1, precision: 1, recall: 1 } } }])).toBe(false)
  })
})
