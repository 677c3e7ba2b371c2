import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Segment } from '../../../common/listening/voice'
import decoding from '../../../models/voice-types/decoding.json' with { type: 'json' }
import { FRAME_MS, FRAME_SAMPLES } from '../audio-format'
import { FrameAnalyser } from '../frame-analyser'
import { joined, voice, whiteNoise } from '../signals-for-tests'
import { SileroVad } from '../vad/silero-vad'
import { ModelTyper, type ModelTyperOptions } from './model-typer'
import type { TypedSegment } from './speaker-typer'
import { ENGLISH_SYLLABLES_PER_WORD } from './syllables-per-word'
import { VoiceTypesModel } from './voice-types-model'

const models = fileURLToPath(new URL('../../../models', import.meta.url))
let vad: SileroVad
let model: VoiceTypesModel
beforeAll(async () => {
  vad = await SileroVad.open(models)
  model = await VoiceTypesModel.open(models)
})
afterAll(() => Promise.all([vad.close(), model.close()]))

const OPTIONS: ModelTyperOptions = { childPolicy: { kind: 'only-child', olderApart: false }, syllablesPerWord: ENGLISH_SYLLABLES_PER_WORD }

async function typed(samples: Float32Array, options = OPTIONS, startMs = 0): Promise<readonly TypedSegment[]> {
  const typer = new ModelTyper(model, options)
  const frames = new FrameAnalyser(vad, typer.audioWindowSamples)
  const found: TypedSegment[] = []
  for (let at = 0; at + FRAME_SAMPLES <= samples.length; at += FRAME_SAMPLES) {
    const frame = await frames.analyse(samples.subarray(at, at + FRAME_SAMPLES), startMs + (at / FRAME_SAMPLES) * FRAME_MS)
    found.push(...(await typer.push(frame, frames.audio)))
  }
  return [...found, ...(await typer.flush(frames.audio))]
}

function heardAt(segments: readonly TypedSegment[], ms: number): Segment['heard'] | undefined {
  return segments.find(({ segment }) => segment.startMs <= ms && ms < segment.endMs)?.segment.heard
}

const talk = voice({ f0Hz: 200, formantScale: 1.17, seconds: 4 })
const scene = joined(whiteNoise(20, 0.002), talk, whiteNoise(25, 0.002, 2), talk, whiteNoise(6, 0.002, 3))

describe('the trained model as a typer', () => {
  it('hears in a scene with long silences what it hears without sleeping: the same in 95 % of the time with voices', async () => {
    const runsBefore = model.runs
    const gated = await typed(scene)
    const gatedRuns = model.runs - runsBefore
    const always = await typed(scene, { ...OPTIONS, sleeps: false })
    expect(gatedRuns).toBeLessThan((model.runs - runsBefore) / 3)
    const times = [20_000, 49_000].flatMap((from) => Array.from({ length: 40 }, (_, index) => from + index * 100 + 50))
    const same = times.filter((ms) => JSON.stringify(heardAt(gated, ms)) === JSON.stringify(heardAt(always, ms)))
    expect(same.length / times.length).toBeGreaterThanOrEqual(0.95)
  })

  it('does not run the model on silence, and calls it silence', async () => {
    const runsBefore = model.runs
    const segments = await typed(whiteNoise(60, 0.0005))
    expect(model.runs).toBe(runsBefore)
    expect(new Set(segments.map(({ segment }) => segment.type))).toEqual(new Set(['SIL']))
  })

  it('puts borders on tenths of a second, and the last one where the stream ends', async () => {
    const samples = joined(whiteNoise(3, 0.002), talk, whiteNoise(3.05, 0.002))
    const borders = (await typed(samples, OPTIONS, 1_234)).map(({ segment }) => segment.endMs)
    expect(borders.at(-1)).toBe(1_234 + Math.floor(samples.length / FRAME_SAMPLES) * FRAME_MS)
    expect(borders.slice(0, -1).every((ms) => (ms - 1_234) % 100 === 0)).toBe(true)
  })

  it('counts fewer words where words are longer', async () => {
    // A woman is taken to be heard all the time the model is awake, so that this is about words alone.
    const always = { ...decoding.classes.FEM, on: 1e-9, off: 1e-9 }
    const options = { ...OPTIONS, decoding: { ...decoding, classes: { ...decoding.classes, FEM: always } } }
    const words = async (syllablesPerWord: number): Promise<number> =>
      (await typed(scene, { ...options, syllablesPerWord })).reduce((sum, segment) => sum + segment.words, 0)
    const english = await words(1.5)
    expect(english).toBeGreaterThan(0)
    expect((await words(3)) / english).toBeCloseTo(0.5, 6)
  })
})
