import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { binSchema } from '../../common/listening/metrics'
import { analyseBuffer, analyseChunks, measureVadMs, type Analysis } from './analyse-buffer'
import { FRAME_SAMPLES } from './audio-format'
import { ListeningPipeline } from './pipeline'
import { joined, samplesOf, sine, voice, whiteNoise } from './signals-for-tests'
import { SileroVad } from './vad/silero-vad'

const NOON = Date.UTC(2026, 0, 5, 12)
let vad: SileroVad
beforeAll(async () => {
  vad = await SileroVad.open(fileURLToPath(new URL('../../models', import.meta.url)))
})
afterAll(() => vad.close())

function expectSound(analysis: Analysis, samples: Float32Array): void {
  const lengthMs = Math.floor(samples.length / FRAME_SAMPLES) * 32
  expect(analysis.segments.at(-1)?.endMs ?? 0).toBe(lengthMs)
  expect(analysis.bins.reduce((sum, bin) => sum + bin.listenedMs, 0)).toBe(lengthMs)
  for (const bin of analysis.bins) {
    binSchema.parse(bin)
    expect(Object.values(bin.soundMs).reduce((a, b) => a + b, 0)).toBe(bin.listenedMs)
  }
}

const conversation = joined(
  whiteNoise(2, 0.0008),
  voice({ f0Hz: 320, formantScale: 1.4, seconds: 2 }),
  whiteNoise(1, 0.0008),
  voice({ f0Hz: 115, formantScale: 1, seconds: 3 }),
  whiteNoise(1, 0.0008),
  voice({ f0Hz: 320, formantScale: 1.4, seconds: 2 }),
  whiteNoise(1, 0.0008),
  voice({ f0Hz: 205, formantScale: 1.17, seconds: 3 }),
  whiteNoise(2, 0.0008),
)

describe('the pipeline, with the real voice activity model', () => {
  it('hears child, man, child, woman: two turns, two vocalisations, some words', async () => {
    const analysis = await analyseBuffer(conversation, { vad, voices: null }, NOON)
    expectSound(analysis, conversation)
    const [bin] = analysis.bins
    expect(bin?.conversationalTurns.value).toBe(2)
    expect(bin?.childVocalizations.value).toBe(2)
    expect(bin?.adultWords.value).toBeGreaterThan(6)
    expect(bin?.adultWords.value).toBeLessThan(30)
    for (const type of ['KCHI', 'MAL', 'FEM'] as const) expect(bin?.soundMs[type]).toBeGreaterThan(1_500)
  })

  it('gives the same numbers again, and however the sound is cut', async () => {
    const whole = await analyseBuffer(conversation, { vad, voices: null }, NOON)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 10 }), async (lengths) => {
        function* pieces(): Generator<Float32Array, void, undefined> {
          for (let at = 0, next = 0; at < conversation.length; next++) {
            const length = lengths[next % lengths.length] ?? 1
            yield conversation.subarray(at, at + length)
            at += length
          }
        }
        const cut = await analyseChunks(pieces(), { vad, voices: null }, NOON)
        // How long the computing took is the one thing that may differ.
        expect({ ...cut, realTimeFactor: 0 }).toEqual({ ...whole, realTimeFactor: 0 })
      }),
      { numRuns: 3 },
    )
  })

  it.each([
    ['digital silence', new Float32Array(5 * 16_000)],
    ['white noise', whiteNoise(5, 0.1)],
    ['clipping', sine(220, 5, 40)],
    ['a constant offset', new Float32Array(5 * 16_000).fill(0.6)],
    ['what is no number', new Float32Array(5 * 16_000).fill(Number.NaN)],
    ['infinities', samplesOf(5, (i) => (i % 2 === 0 ? Infinity : -Infinity))],
  ])('stays sound on %s', async (_, samples) => {
    const analysis = await analyseBuffer(samples, { vad, voices: null }, NOON)
    expectSound(analysis, samples)
    const voices = analysis.bins.map((bin) => bin.soundMs.FEM + bin.soundMs.MAL + bin.soundMs.KCHI)
    expect(voices.every((ms) => ms === 0)).toBe(true)
    expect(analysis.bins.every((bin) => bin.adultWords.value === 0)).toBe(true)
  })

  it('gives nothing for nothing, and for less than a frame', async () => {
    for (const samples of [new Float32Array(0), new Float32Array(511)]) {
      expect(await analyseBuffer(samples, { vad, voices: null }, NOON)).toMatchObject({ seconds: 0, segments: [], bins: [] })
    }
  })

  it('refuses frames of a wrong length', async () => {
    await expect(new ListeningPipeline({ vad, voices: null }, NOON).push(new Float32Array(100))).rejects.toThrow(RangeError)
  })

  it('holds sound while it listens and only zeros after a gap and after the end', async () => {
    const pipeline = new ListeningPipeline({ vad, voices: null }, NOON)
    const loud = voice({ f0Hz: 200, formantScale: 1.17, seconds: 1 })
    const hear = async (): Promise<void> => {
      for (let at = 0; at + FRAME_SAMPLES <= loud.length; at += FRAME_SAMPLES) await pipeline.push(loud.subarray(at, at + FRAME_SAMPLES))
    }
    await hear()
    expect(pipeline.holdsNoSound()).toBe(false)
    await pipeline.skip(1000)
    expect(pipeline.holdsNoSound()).toBe(true)
    await hear()
    expect(pipeline.holdsNoSound()).toBe(false)
    await pipeline.finish()
    expect(pipeline.holdsNoSound()).toBe(true)
  })

  it('can tell what a run of the model costs', async () => {
    expect(await measureVadMs(vad, 20)).toBeGreaterThan(0)
  })
})
