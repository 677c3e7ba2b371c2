import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heardAlone, type Segment, type SoundType } from '../../../common/listening/voice'
import { arbitrarySegments, inPieces } from './segments-for-tests'
import { findVocalizations } from './vocalizations'

function sounds(...parts: readonly (readonly [SoundType, number, number])[]): readonly Segment[] {
  return parts.map(([type, startMs, endMs]) => ({ type, heard: heardAlone(type), startMs, endMs, levelDbfs: -30 }))
}

describe('child vocalisations', () => {
  it('counts a sound of exactly 0.6 s and not one a millisecond shorter', () => {
    expect(findVocalizations(sounds(['KCHI', 0, 600]))).toHaveLength(1)
    expect(findVocalizations(sounds(['KCHI', 0, 599]))).toHaveLength(0)
  })
  it('joins over pauses shorter than 0.3 s, of whatever kind', () => {
    expect(findVocalizations(sounds(['KCHI', 0, 400], ['SIL', 400, 699], ['KCHI', 699, 1000]))).toHaveLength(1)
    expect(findVocalizations(sounds(['KCHI', 0, 700], ['FEM', 700, 900], ['KCHI', 900, 1700]))).toHaveLength(1)
  })
  it('counts two when 0.3 s of something else lies between', () => {
    expect(findVocalizations(sounds(['KCHI', 0, 700], ['SIL', 700, 1000], ['KCHI', 1000, 1700]))).toHaveLength(2)
    expect(findVocalizations(sounds(['KCHI', 0, 400], ['SIL', 400, 700], ['KCHI', 700, 1100]))).toHaveLength(0)
  })
  it('counts a sound that goes on while others talk', () => {
    const overlap: Segment = { type: 'OLN', heard: ['KCHI', 'FEM'], startMs: 400, endMs: 900, levelDbfs: -30 }
    expect(findVocalizations([...sounds(['KCHI', 0, 400]), overlap, ...sounds(['KCHI', 900, 1300])])).toHaveLength(1)
    expect(findVocalizations([{ ...overlap, endMs: 1000 }])).toHaveLength(1)
    expect(findVocalizations([{ ...overlap, heard: ['MAL', 'FEM'], endMs: 1000 }])).toHaveLength(0)
  })
  it('does not count crying, laughing, overlap, another child or an unknown one', () => {
    for (const type of ['CRY', 'LAU', 'OLN', 'OCH', 'CHI', 'FEM'] as const) {
      expect(findVocalizations(sounds([type, 0, 3000]))).toHaveLength(0)
    }
  })
  it('places a sound in its first 0.6 s, so that one going over a border counts once', () => {
    expect(findVocalizations(sounds(['KCHI', 1000, 9000]))).toEqual([1599])
  })
  it('never depends on how segments are cut into pieces', () => {
    fc.assert(
      fc.property(arbitrarySegments, fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 8 }), (segments, cuts) => {
        expect(findVocalizations(inPieces(segments, cuts))).toEqual(findVocalizations(segments))
      }),
    )
  })
  it('never counts more than the child could have fitted in', () => {
    fc.assert(
      fc.property(arbitrarySegments, (segments) => {
        const end = segments.at(-1)?.endMs ?? 0
        expect(findVocalizations(segments).length).toBeLessThanOrEqual(Math.floor((end + 300) / 900))
      }),
    )
  })
})
