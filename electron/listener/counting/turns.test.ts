import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heardAlone, type Segment, type SoundType } from '../../../common/listening/voice'
import { findTurns } from './turns'
import { arbitrarySegments, inPieces } from './segments-for-tests'

function talk(...parts: readonly (readonly [SoundType, number, number])[]): readonly Segment[] {
  return parts.map(([type, startMs, endMs]) => ({ type, heard: heardAlone(type), startMs, endMs, levelDbfs: -30 }))
}

describe('conversational turns', () => {
  it('counts child, adult as one', () => {
    expect(findTurns(talk(['KCHI', 0, 1000], ['FEM', 1500, 2500]))).toHaveLength(1)
  })
  it('counts adult, child as one', () => {
    expect(findTurns(talk(['MAL', 0, 1000], ['KCHI', 1500, 2500]))).toHaveLength(1)
  })
  it('counts child, adult, child as one', () => {
    expect(findTurns(talk(['KCHI', 0, 1000], ['FEM', 1500, 2500], ['KCHI', 3000, 4000]))).toHaveLength(1)
  })
  it('counts child, adult, child, adult as two', () => {
    expect(
      findTurns(talk(['KCHI', 0, 1000], ['FEM', 1500, 2500], ['KCHI', 3000, 4000], ['MAL', 4500, 5000])),
    ).toEqual([1500, 4500])
  })
  it('takes several stretches of one side as one block', () => {
    expect(findTurns(talk(['KCHI', 0, 500], ['KCHI', 900, 1400], ['FEM', 2000, 2500], ['MAL', 2600, 3000]))).toHaveLength(1)
  })
  it('accepts a pause of exactly 5 s and refuses one a millisecond longer', () => {
    expect(findTurns(talk(['KCHI', 0, 1000], ['FEM', 6000, 7000]))).toHaveLength(1)
    expect(findTurns(talk(['KCHI', 0, 1000], ['FEM', 6001, 7000]))).toHaveLength(0)
  })
  it('does not count when another child speaks between', () => {
    expect(findTurns(talk(['KCHI', 0, 1000], ['OCH', 1200, 1500], ['FEM', 2000, 3000]))).toHaveLength(0)
  })
  it('neither counts nor breaks at overlap, an unknown child, crying, laughing, noise, television and silence', () => {
    for (const type of ['OLN', 'CHI', 'CRY', 'LAU', 'NOI', 'ELE', 'SIL'] as const) {
      expect(findTurns(talk(['KCHI', 0, 1000], [type, 1000, 2000], ['FEM', 2000, 3000]))).toHaveLength(1)
      expect(findTurns(talk([type, 0, 1000], ['FEM', 1200, 3000]))).toHaveLength(0)
    }
  })
  it('does not count adults among themselves', () => {
    expect(findTurns(talk(['FEM', 0, 1000], ['MAL', 1200, 2000], ['FEM', 2200, 3000]))).toHaveLength(0)
  })

  it('never depends on how segments are cut into pieces', () => {
    fc.assert(
      fc.property(arbitrarySegments, fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 8 }), (segments, cuts) => {
        expect(findTurns(inPieces(segments, cuts))).toEqual(findTurns(segments))
      }),
    )
  })
  it('never counts more turns than half the voice segments, and each at the start of one', () => {
    fc.assert(
      fc.property(arbitrarySegments, (segments) => {
        const turns = findTurns(segments)
        const voices = segments.filter((segment) => ['KCHI', 'FEM', 'MAL'].includes(segment.type))
        expect(turns.length).toBeLessThanOrEqual(Math.floor(voices.length / 2))
        expect(turns.every((at) => voices.some((segment) => segment.startMs === at))).toBe(true)
      }),
    )
  })
  it('is the same told by a clock that started earlier', () => {
    fc.assert(
      fc.property(arbitrarySegments, fc.integer({ min: 0, max: 1e9 }), (segments, shift) => {
        const later = segments.map((s) => ({ ...s, startMs: s.startMs + shift, endMs: s.endMs + shift }))
        expect(findTurns(later)).toEqual(findTurns(segments).map((at) => at + shift))
      }),
    )
  })
})
