import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BIN_MS, binSchema, type SpeechBin } from '../../../common/listening/metrics'
import type { Segment } from '../../../common/listening/voice'
import { BinCounter } from './bin-counter'
import { BASELINE_ERRORS } from './intervals'
import { arbitrarySegments, inPieces } from './segments-for-tests'
import { findTurns } from './turns'
import { findVocalizations } from './vocalizations'

const NOON = Date.UTC(2026, 0, 5, 12)

function binsOf(startedAt: number, segments: readonly Segment[], wordsPerSecond = 2): readonly SpeechBin[] {
  const counter = new BinCounter(startedAt, BASELINE_ERRORS)
  for (const segment of segments) {
    counter.addSegment(segment, segment.type === 'FEM' ? ((segment.endMs - segment.startMs) / 1000) * wordsPerSecond : 0)
  }
  return counter.finish()
}

/** Longer stretches than the other tests use, so that several bins are filled. */
const longSegments = arbitrarySegments.map((segments) =>
  segments.map((segment) => ({ ...segment, startMs: segment.startMs * 20, endMs: segment.endMs * 20 })),
)
const anyStart = fc.integer({ min: NOON, max: NOON + 2 * BIN_MS })

describe('5-minute bins', () => {
  it('start on the UTC grid, with a shorter first and last bin', () => {
    const bins = binsOf(NOON + 60_000, [{ type: 'SIL', heard: [], startMs: 0, endMs: 600_000, levelDbfs: -60 }])
    expect(bins.map((bin) => [bin.startedAt - NOON, bin.endedAt - NOON])).toEqual([
      [60_000, 300_000],
      [300_000, 600_000],
      [600_000, 660_000],
    ])
  })

  it('keep gaps apart from silence', () => {
    const counter = new BinCounter(NOON, BASELINE_ERRORS)
    counter.addSegment({ type: 'SIL', heard: [], startMs: 0, endMs: 1000, levelDbfs: -60 }, 0)
    counter.addGap(1000, 11_000)
    const [bin] = counter.finish()
    expect(bin).toMatchObject({ listenedMs: 1000, gapMs: 10_000, soundMs: { SIL: 1000 } })
  })

  it('do not join a conversation over a gap', () => {
    const counter = new BinCounter(NOON, BASELINE_ERRORS)
    counter.addSegment({ type: 'KCHI', heard: ['KCHI'], startMs: 0, endMs: 1000, levelDbfs: -30 }, 0)
    counter.addGap(1000, 2000)
    counter.addSegment({ type: 'FEM', heard: ['FEM'], startMs: 2000, endMs: 3000, levelDbfs: -30 }, 3)
    expect(counter.finish()[0]?.conversationalTurns.value).toBe(0)
  })

  it('count a turn over the border once, where the answer begins', () => {
    const bins = binsOf(NOON, [
      { type: 'SIL', heard: [], startMs: 0, endMs: BIN_MS - 1000, levelDbfs: -60 },
      { type: 'KCHI', heard: ['KCHI'], startMs: BIN_MS - 1000, endMs: BIN_MS - 100, levelDbfs: -30 },
      { type: 'SIL', heard: [], startMs: BIN_MS - 100, endMs: BIN_MS + 100, levelDbfs: -60 },
      { type: 'FEM', heard: ['FEM'], startMs: BIN_MS + 100, endMs: BIN_MS + 2000, levelDbfs: -30 },
    ])
    expect(bins.map((bin) => bin.conversationalTurns.value)).toEqual([0, 1])
    expect(bins.map((bin) => bin.childVocalizations.value)).toEqual([1, 0])
  })

  it('give the mean energy and the 90th percentile of the level', () => {
    const counter = new BinCounter(NOON, BASELINE_ERRORS)
    for (let i = 0; i < 10; i++) counter.addLevel(i * 32, i < 9 ? -60 : -20)
    counter.addSegment({ type: 'SIL', heard: [], startMs: 0, endMs: 320, levelDbfs: -30 }, 0)
    const [bin] = counter.finish()
    expect(bin?.levelMeanDbfs).toBeCloseTo(-30, 1)
    expect(bin?.levelP90Dbfs).toBeCloseTo(-60, 5)
  })

  it('count an unknown child as the key child only where all children are counted together', () => {
    const counts = [false, true].map((unknownChildCounts) => {
      const counter = new BinCounter(NOON, BASELINE_ERRORS, unknownChildCounts)
      counter.addSegment({ type: 'CHI', heard: ['CHI'], startMs: 0, endMs: 1000, levelDbfs: -30 }, 0)
      counter.addSegment({ type: 'FEM', heard: ['FEM'], startMs: 1000, endMs: 2000, levelDbfs: -30 }, 3)
      const [bin] = counter.finish()
      return [bin?.soundMs.CHI, bin?.soundMs.KCHI, bin?.childVocalizations.value, bin?.conversationalTurns.value]
    })
    expect(counts).toEqual([[1000, 0, 0, 0], [1000, 0, 1, 1]])
  })

  it('have no level where nothing was heard', () => {
    const counter = new BinCounter(NOON, BASELINE_ERRORS)
    counter.addGap(0, 1000)
    expect(counter.finish()[0]).toMatchObject({ levelMeanDbfs: null, levelP90Dbfs: null })
  })

  it('refuse a hole between segments', () => {
    const counter = new BinCounter(NOON, BASELINE_ERRORS)
    expect(() => counter.addSegment({ type: 'SIL', heard: [], startMs: 10, endMs: 20, levelDbfs: -60 }, 0)).toThrow(/holes/)
  })

  it('add up exactly, fit the schema and lose no count, for any segments and any start', () => {
    fc.assert(
      fc.property(longSegments, anyStart, (segments, start) => {
        const bins = binsOf(start, segments)
        for (const bin of bins) {
          binSchema.parse(bin)
          expect(Object.values(bin.soundMs).reduce((a, b) => a + b, 0)).toBe(bin.listenedMs)
          expect(bin.listenedMs + bin.gapMs).toBe(bin.endedAt - bin.startedAt)
          expect(bin.listenedMs + bin.gapMs).toBeLessThanOrEqual(BIN_MS)
        }
        const total = (key: 'conversationalTurns' | 'childVocalizations'): number =>
          bins.reduce((sum, bin) => sum + bin[key].value, 0)
        expect(total('conversationalTurns')).toBe(findTurns(segments).length)
        expect(total('childVocalizations')).toBe(findVocalizations(segments).length)
      }),
    )
  })

  it('are the same however the segments are cut and whenever complete bins are taken', () => {
    fc.assert(
      fc.property(longSegments, anyStart, fc.array(fc.integer({ min: 500, max: 90_000 }), { minLength: 1, maxLength: 6 }), (segments, start, cuts) => {
        const counter = new BinCounter(start, BASELINE_ERRORS)
        const bins: SpeechBin[] = []
        for (const piece of inPieces(segments, cuts)) {
          counter.addSegment(piece, 0)
          bins.push(...counter.takeComplete())
        }
        expect([...bins, ...counter.finish()]).toEqual(binsOf(start, segments, 0))
      }),
    )
  })
})
