import { describe, expect, it } from 'vitest'
import type { ResultsRow, ResultsSet } from '../../../../models/evaluation/results-schema'
import { accuracyOf, measuredAccuracy, measuredCounting, measuredVoices } from './measured-accuracy'

const row = (change: Partial<ResultsRow>): ResultsRow => ({
  kind: 'model',
  name: 'made up',
  inApp: false,
  macroF1: 0.7,
  classes: {},
  counts: {},
  realTimeFactor: 0.01,
  memoryMib: null,
  ...change,
})
const simple = row({ kind: 'baseline' })
const quantised = row({ inApp: true })
const set = (rows: readonly ResultsRow[]): ResultsSet => ({ name: 'set', measuredOn: '2026-01-02', scenes: 60, seconds: 10_800, rows })

describe('whose figures are shown', () => {
  it('are those of what the app runs, with the simple method beside it', () => {
    const all = set([row({ kind: 'yardstick' }), simple, row({}), quantised])
    expect(accuracyOf(all, false)).toEqual({ scenes: 60, seconds: 10_800, used: quantised, simple })
    expect(accuracyOf(all, true)).toMatchObject({ used: simple, simple: null })
  })

  it('are none rather than those of something else', () => {
    expect(accuracyOf(set([simple]), false)).toBeNull()
    expect(accuracyOf(set([quantised]), true)).toBeNull()
  })

  it('exist in this version of the app', () => {
    for (const isFallback of [false, true]) {
      const measured = measuredAccuracy(isFallback)
      expect(measured === null ? [] : measuredVoices(measured.used).map(({ voice }) => voice)).toEqual(expect.arrayContaining(['CHI', 'FEM', 'MAL']))
    }
  })
})

it('turns shares into seconds of a hundred, and leaves out what is half known', () => {
  const classes = { CHI: { f1: 0.5, precision: null, recall: 0.4 }, FEM: { f1: 0.825, precision: 0.838, recall: 0.814 } }
  expect(measuredVoices(row({ classes }))).toEqual([{ voice: 'FEM', found: 81, right: 84 }])
})

it.each([
  [0.8, 'closely'],
  [0.79, 'mostly'],
  [0.49, 'hardly'],
  [null, 'hardly'],
] as const)('a correlation of %s: higher counts follow %s', (r, follows) => {
  const error = { medianRelativeError: 0.2, bias: -0.1, r, coverage: 0.78 }
  expect(measuredCounting(row({ counts: { adultWords: error } }))).toEqual([{ ...error, count: 'adultWords', follows, heldOfTen: 8 }])
})
