import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChildPolicy, EMBEDDING_LENGTH } from '../../../common/listening/child-policy'
import { SOUND_TYPES } from '../../../common/listening/voice'
import { type DecodedFrame, SegmentBuilder } from './segment-builder'
import type { TypedSegment } from './speaker-typer'
import { QUIET_FRAME, VOICE_CLASSES, type VoiceClass } from './voice-classes'

const ONLY_CHILD: ChildPolicy = { kind: 'only-child', olderApart: false }
const LOUD = { ms: 100, energy: 100 * 0.01, aboveFloor: 100 * 20 }
const FAINT = { ms: 100, energy: 100 * 1e-8, aboveFloor: 100 * 20 }

function voiceOf(...firstNumbers: readonly number[]): Float32Array {
  const voice = new Float32Array(EMBEDDING_LENGTH)
  voice.set(firstNumbers)
  return voice
}

/** `seconds` in which the classes are heard. */
function sound(seconds: number, heard: readonly VoiceClass[], change: Partial<DecodedFrame['voice']> = {}, levels = LOUD): readonly Omit<DecodedFrame, 'endMs'>[] {
  return Array.from({ length: Math.round(seconds * 10) }, () => ({ heard, levels, voice: { ...QUIET_FRAME, ...change } }))
}

function build(frames: readonly Omit<DecodedFrame, 'endMs'>[], policy = ONLY_CHILD, wordsPerSyllable = 0.5): readonly TypedSegment[] {
  const builder = new SegmentBuilder(policy, wordsPerSyllable)
  builder.startAt(1_000)
  const typed = frames.flatMap((frame, index) => builder.push({ ...frame, endMs: 1_100 + index * 100 }))
  return [...typed, ...builder.flush()]
}

describe('what a stretch counts as', () => {
  it.each([
    [['CHI'], 'KCHI', ['KCHI']],
    [['FEM', 'ELE'], 'FEM', ['FEM', 'ELE']],
    [['CHI', 'MAL'], 'OLN', ['KCHI', 'MAL']],
    [['FEM', 'MAL', 'ELE'], 'OLN', ['FEM', 'MAL', 'ELE']],
    [['FEM', 'CRY'], 'OLN', ['FEM', 'CRY']],
    [['ELE', 'LAU'], 'LAU', ['ELE', 'LAU']],
    [['CRY', 'LAU'], 'CRY', ['CRY', 'LAU']],
    [['ELE'], 'ELE', ['ELE']],
    [[], 'NOI', ['NOI']],
  ] as const)('%j is %s', (classes, type, heard) => {
    expect(build(sound(0.3, classes)).map(({ segment }) => segment)).toEqual([
      { type, heard, startMs: 1_000, endMs: 1_300, levelDbfs: expect.closeTo(-20, 5) as unknown },
    ])
  })
  it('is silence where nothing can be heard', () => {
    expect(build(sound(0.3, [], {}, FAINT))).toMatchObject([{ segment: { type: 'SIL', heard: [] } }])
  })
})

describe('words', () => {
  it('are the syllables of stretches with an adult, alone or not', () => {
    const words = build([
      ...sound(1, ['FEM'], { syllables: 0.4 }),
      ...sound(1, ['CHI'], { syllables: 0.4 }),
      ...sound(1, ['CHI', 'MAL'], { syllables: 0.2 }),
      ...sound(0.3, ['FEM', 'ELE'], { syllables: Number.NaN }),
    ]).map(({ words: count }) => count)
    expect(words).toEqual([expect.closeTo(2, 5), 0, expect.closeTo(1, 5), 0])
  })
})

describe('which child', () => {
  const policy: ChildPolicy = { kind: 'enrolled', key: voiceOf(1, 0), others: [voiceOf(0, 1)] }
  const typesOf = (frames: readonly Omit<DecodedFrame, 'endMs'>[]): readonly string[] =>
    build(frames, policy).map(({ segment }) => segment.heard.join('+'))

  it('is told by the mean voice of the stretch', () => {
    const talk = [...sound(1, ['CHI'], { embedding: voiceOf(3, 1) }), ...sound(0.5, []), ...sound(1, ['CHI'], { embedding: voiceOf(1, 3) })]
    expect(typesOf(talk)).toEqual(['KCHI', 'NOI', 'OCH'])
    const wavering = [0, 1, 0, 1, 0].flatMap((other) => sound(0.2, ['CHI'], { embedding: voiceOf(1, 3 * other) }))
    expect(typesOf(wavering)).toEqual(['OCH'])
  })
  it('stays the same while others join and leave, and is not known in a short stretch alone', () => {
    const key = { embedding: voiceOf(1, 0) }
    expect(typesOf([...sound(1, ['CHI'], key), ...sound(0.2, ['CHI', 'FEM']), ...sound(0.2, ['CHI'])])).toEqual(['KCHI', 'KCHI+FEM', 'KCHI'])
    expect(typesOf([...sound(1, ['CHI'], key), ...sound(0.2, []), ...sound(0.2, ['CHI'], key)])).toEqual(['KCHI', 'NOI', 'CHI'])
  })
})

describe('segments', () => {
  const anyFrames = fc
    .array(fc.tuple(fc.subarray([...VOICE_CLASSES]), fc.integer({ min: 1, max: 90 })), { maxLength: 20 })
    .map((parts) => parts.flatMap(([heard, frames]) => sound(frames / 10, heard, { syllables: 0.3 })))

  it('cover every frame, in pieces that do not make anybody wait', () => {
    fc.assert(
      fc.property(anyFrames, (frames) => {
        let at = 1_000
        for (const { segment } of build(frames)) {
          expect(segment.startMs).toBe(at)
          expect(segment.endMs - segment.startMs).toBeGreaterThan(0)
          expect(segment.endMs - segment.startMs).toBeLessThanOrEqual(segment.type === 'NOI' ? 500 : 5_000)
          expect(segment.heard).toEqual(SOUND_TYPES.filter((type) => segment.heard.includes(type)))
          at = segment.endMs
        }
        expect(at).toBe(1_000 + frames.length * 100)
      }),
    )
  })
})
