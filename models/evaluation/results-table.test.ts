import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Results, resultsSchema } from './results-schema'
import { resultsTables, TABLES_BEGIN, TABLES_END, withTables } from './results-table'
import { YARDSTICKS } from './yardsticks'

const page = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const published = resultsSchema.parse(JSON.parse(readFileSync(new URL('results.json', import.meta.url), 'utf8')))

const detection = { f1: 0.825, precision: 0.838, recall: 0.814 }
const results: Results = resultsSchema.parse({
  version: 1,
  sets: [
    {
      name: 'two scenes',
      measuredOn: '2026-01-02',
      scenes: 2,
      seconds: 360,
      rows: [
        YARDSTICKS[3],
        {
          kind: 'model', name: 'a model', inApp: true, macroF1: 0.7, classes: { CHI: detection, LAU: detection },
          counts: { adultWords: { medianRelativeError: 0.2, bias: -0.126, r: null, coverage: 0.5 } }, realTimeFactor: 0.0146, memoryMib: 213,
        },
      ],
    },
    { name: 'another', measuredOn: '2026-01-02', scenes: 1, seconds: 60, rows: [YARDSTICKS[0]] },
  ],
})

describe('the tables of models/README.md', () => {
  it('are what results.json says', () => {
    expect(withTables(page, published)).toBe(page)
  })

  it('are written between their two lines, and in no page without them', () => {
    const made = withTables(`before\n${TABLES_BEGIN}\nold\n${TABLES_END}\nafter\n`, results)
    expect(made).toBe(`before\n${TABLES_BEGIN}\n\n${resultsTables(results)}\n${TABLES_END}\nafter\n`)
    expect(withTables(made, results)).toBe(made)
    for (const without of ['', TABLES_BEGIN, `${TABLES_END}\n${TABLES_BEGIN}`]) expect(() => withTables(without, results)).toThrow('lacks the line')
  })
})

it('shows what is known of a row, and what the app runs in bold', () => {
  const lines = resultsTables(results).split('\n')
  expect(lines.slice(0, 4)).toEqual(['### two scenes', '', '2 scenes, 6 minutes of sound; measured on 2026-01-02.', ''])
  expect(lines[6]).toBe('| best-known open classifier of wearable recordings (2019 release) | – | – | – | 0.462 | – | – | – | – | – | – | 0.11 | – |')
  expect(lines[7]).toBe('| **a model** | 0.825 | – | – | 0.700 | – | – | – | 20 % · −13 % · – · 50 % | – | – | 0.0146 | 213 |')
  expect(lines.slice(8, 10)).toEqual(['', '### another'])
})
