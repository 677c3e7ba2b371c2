import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Segment } from '../../../common/listening/voice'
import { FRAME_MS, FRAME_SAMPLES } from '../audio-format'
import { FeatureExtractor } from '../features/frame-features'
import { FrameAnalyser } from '../frame-analyser'
import { joined, sine, voice, whiteNoise } from '../signals-for-tests'
import type { AcousticFrame } from './acoustic-frame'
import { AcousticSpeakerTyper } from './acoustic-typer'
import { SyllablePeaks } from './syllable-peaks'
import { ENGLISH_SYLLABLES_PER_WORD } from './syllables-per-word'
import { SyllableWordCounter } from './syllable-word-counter'
import { mostLikelyPath } from './viterbi'

/** Stands in for the voice activity model, so that these tests are about the typer alone. */
function vadThatSays(probability: (frame: number) => number): ConstructorParameters<typeof FrameAnalyser>[0] {
  let frame = 0
  return { name: 'test', windowSamples: 576, probability: () => Promise.resolve(probability(frame++)), reset: () => undefined, close: () => Promise.resolve() }
}

async function framesOf(samples: Float32Array, probability: (frame: number) => number): Promise<readonly AcousticFrame[]> {
  const analyser = new FrameAnalyser(vadThatSays(probability), FeatureExtractor.windowSamples)
  const extractor = new FeatureExtractor()
  const frames: AcousticFrame[] = []
  for (let at = 0; at + FRAME_SAMPLES <= samples.length; at += FRAME_SAMPLES) {
    const { loudness, ...frame } = await analyser.analyse(samples.subarray(at, at + FRAME_SAMPLES), frames.length * FRAME_MS)
    frames.push({ ...frame, features: extractor.extract(analyser.audio, loudness) })
  }
  return frames
}

async function typed(frames: readonly AcousticFrame[]): Promise<readonly Segment[]> {
  const typer = new AcousticSpeakerTyper()
  const segments: Segment[] = []
  for (const frame of frames) segments.push(...typer.push(frame))
  return [...segments, ...typer.flush()]
}

/** Two seconds of room, the sound, two seconds of room. */
async function typesOf(sound: Float32Array, isSpeech = true): Promise<readonly string[]> {
  const room = whiteNoise(2, 0.0008)
  const noisy = sound.map((value, i) => value + (room[i % room.length] ?? 0))
  const last = Math.floor((sound.length + room.length) / FRAME_SAMPLES)
  const frames = await framesOf(joined(room, noisy, room), (frame) => (isSpeech && frame >= 62 && frame < last ? 0.95 : 0.01))
  const segments = await typed(frames)
  return segments.filter(({ startMs, endMs, type }) => type !== 'SIL' && startMs >= 1500 && endMs - startMs >= 320).map(({ type }) => type)
}

describe('the acoustic speaker typer', () => {
  it('tells a man, a woman and a child apart', async () => {
    expect(await typesOf(voice({ f0Hz: 115, formantScale: 1, seconds: 3 }))).toEqual(['MAL'])
    expect(await typesOf(voice({ f0Hz: 205, formantScale: 1.17, seconds: 3 }))).toEqual(['FEM'])
    expect(await typesOf(voice({ f0Hz: 320, formantScale: 1.4, seconds: 3 }))).toEqual(['KCHI'])
  })
  it('splits a stretch of speech where the voice changes', async () => {
    const man = voice({ f0Hz: 115, formantScale: 1, seconds: 2 })
    const child = voice({ f0Hz: 320, formantScale: 1.4, seconds: 2 })
    expect(await typesOf(joined(man, child, man))).toEqual(['MAL', 'KCHI', 'MAL'])
  })
  it('hears a long, loud, high cry as crying, not as talk', async () => {
    const cry = sine(450, 3, 0.3).map((value, i) => value * (0.9 + 0.1 * Math.sin(i / 900)) + 0.4 * value * Math.abs(value))
    const wavering = voice({ f0Hz: 450, formantScale: 1.4, seconds: 3, syllablesPerSecond: 0.5 })
    expect(await typesOf(wavering, false)).toContain('CRY')
    expect(await typesOf(cry, false)).not.toContain('KCHI')
  })
  it('hears a steady tone as electronic and a burst as noise', async () => {
    expect(await typesOf(sine(600, 3, 0.1), false)).toEqual(expect.arrayContaining(['ELE']))
    expect(await typesOf(whiteNoise(2, 0.1), false)).toEqual(expect.arrayContaining(['NOI']))
  })
  it('finds nothing but silence in digital silence', async () => {
    const segments = await typed(await framesOf(new Float32Array(5 * 16_000), () => 0.01))
    expect(new Set(segments.map(({ type }) => type))).toEqual(new Set(['SIL']))
  })
  it('gives segments that follow each other and cover every frame, whatever the frames hold', async () => {
    const [template] = await framesOf(whiteNoise(0.1, 0.1), () => 0)
    if (template === undefined) throw new Error('no frame')
    const anyFrame = fc.record({
      speechProbability: fc.double({ min: 0, max: 1, noNaN: true }),
      levelDbfs: fc.double({ min: -100, max: 0, noNaN: true }),
      f0Hz: fc.option(fc.double({ min: 70, max: 800, noNaN: true })),
      periodicity: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(anyFrame, { maxLength: 400 }), async (list) => {
        const frames = list.map(({ speechProbability, ...features }, index) => ({
          startMs: index * FRAME_MS, speechProbability, features: { ...template.features, ...features },
        }))
        let at = 0
        for (const { startMs, endMs } of await typed(frames)) {
          expect(startMs).toBe(at)
          expect(endMs).toBeGreaterThan(startMs)
          at = endMs
        }
        expect(at).toBe(frames.length * FRAME_MS)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the most likely path', () => {
  it('changes state only where that pays for the change', () => {
    const a = [3, 0]
    const b = [0, 3]
    expect(mostLikelyPath([a, a, b, a, a], 4)).toEqual([0, 0, 0, 0, 0])
    expect(mostLikelyPath([a, a, b, b, b], 4)).toEqual([0, 0, 1, 1, 1])
    expect(mostLikelyPath([], 4)).toEqual([])
  })
  it('is at least as good as any constant path', () => {
    const score = (scores: readonly (readonly number[])[], path: readonly number[], cost: number): number =>
      path.reduce((sum, state, t) => sum + (scores[t]?.[state] ?? 0) - (t > 0 && path[t - 1] !== state ? cost : 0), 0)
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 40 }), fc.nat(12), (scores, cost) => {
        const best = score(scores, mostLikelyPath(scores, cost), cost)
        for (const state of [0, 1, 2]) expect(best).toBeGreaterThanOrEqual(score(scores, scores.map(() => state), cost))
      }),
    )
  })
})

describe('words', () => {
  it('follow the number of syllables', async () => {
    const count = async (syllablesPerSecond: number): Promise<number> => {
      const room = whiteNoise(1, 0.0008)
      const frames = await framesOf(joined(room, voice({ f0Hz: 120, formantScale: 1, seconds: 10, syllablesPerSecond }), room), () => 0.9)
      const counter = new SyllableWordCounter(ENGLISH_SYLLABLES_PER_WORD)
      for (const frame of frames) counter.push(frame)
      return counter.wordsIn({ type: 'MAL', heard: ['MAL'], startMs: 0, endMs: 12_000, levelDbfs: -30 })
    }
    const [slow, fast] = [await count(2), await count(4)]
    // 20 syllables are about 15 words with the constants of the counter.
    expect(slow).toBeGreaterThan(10)
    expect(slow).toBeLessThan(20)
    expect(fast / slow).toBeGreaterThan(1.6)
    expect(fast / slow).toBeLessThan(2.4)
  })
  it('are only adults’ and never counted twice', async () => {
    const frames = await framesOf(joined(whiteNoise(1, 0.0008), voice({ f0Hz: 120, formantScale: 1, seconds: 4 })), () => 0.9)
    const counter = new SyllableWordCounter(ENGLISH_SYLLABLES_PER_WORD)
    for (const frame of frames) counter.push(frame)
    expect(counter.wordsIn({ type: 'KCHI', heard: ['KCHI'], startMs: 0, endMs: 2_500, levelDbfs: -30 })).toBe(0)
    const rest = { type: 'FEM', heard: ['FEM'], startMs: 2_500, endMs: 5_000, levelDbfs: -30 } as const
    expect(counter.wordsIn(rest)).toBeGreaterThan(0)
    expect(counter.wordsIn(rest)).toBe(0)
  })
  it('need a dip between two peaks', () => {
    const peaks = new SyllablePeaks()
    const level = (db: number): number => 10 ** (db / 10)
    const hill = [-60, -40, -30, -40, -60]
    const found = [...hill, ...hill, -30, -31, -30, -31, -60].flatMap((db) => [db, db, db]).filter((db) => peaks.push(level(db)) !== null)
    expect(found).toHaveLength(3)
  })
})
