import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import committed from '../voice-types/decoding.json' with { type: 'json' }
import { ENGLISH_SYLLABLES_PER_WORD } from '../../electron/listener/typing/syllables-per-word'
import type { Decoding } from '../../electron/listener/typing/voice-decoder'
import { VOICE_CLASSES, type VoiceClass } from '../../electron/listener/typing/voice-classes'
import { byVoiceClass, f1OfFrames, joinedFrames, scoredFrames, trueClassFrames } from './class-frames'
import { reliabilityOf, reliabilityTable } from './reliability'
import { scoreScenes } from './score'
import { decodedFrames, decodingJson, tuneDecoding, type TuningScene } from './tune-decoding'
import type { HeardFrame } from './voice-frames'

const FRAMES = 120

/** Where the search begins: far from what fits the scenes here. */
const decoding: Decoding = {
  classes: byVoiceClass(() => ({ on: 0.5, off: 0.4, smoothFrames: 3, shortestMs: 300, fillMs: 300 })),
  syllablesFactor: 1,
}

/** Numbers between 0 and 1 that look random and are the same every time. */
function noise(seed: number): () => number {
  let state = seed
  return () => {
    state = (1103515245 * state + 12345) % 2147483648
    return state / 2147483648
  }
}

/** Every class is there in stretches of its own; the model says 0.35 there and 0.1 elsewhere, give or take 0.1. */
function makeScene(seed: number, adultWords: number | null = null): TuningScene {
  const next = noise(seed)
  const truth = byVoiceClass((_, index) => Uint8Array.from({ length: FRAMES }, (_frame, at) => Number(Math.floor(at / (11 + index)) % 3 === 1)))
  const heard = Array.from({ length: FRAMES }, (_, frame): HeardFrame => ({
    probabilities: Float32Array.from(VOICE_CLASSES, (name) => ((truth[name][frame] ?? 0) === 1 ? 0.35 : 0.1) + 0.2 * (next() - 0.5)),
    syllables: 0.4,
  }))
  return { truth, heard, adultWords }
}

// The first says how many words there are.
const scenes = [makeScene(1, 20), makeScene(2)]
const totals: number[] = []
const tuned = tuneDecoding(scenes, decoding, (_, { total }) => totals.push(total))

describe('tuning', () => {
  it('finds the thresholds that fit what the model says, and only ever gets better', () => {
    expect(tuned.before.macro).toBeLessThan(0.2)
    expect(tuned.after.macro).toBeGreaterThan(0.95)
    expect(tuned.after.speech).toBeGreaterThan(0.95)
    expect(totals).toEqual([...totals].sort((a, b) => a - b))
    expect(totals.at(-1)).toBe(tuned.after.total)
    for (const name of VOICE_CLASSES) {
      expect(tuned.decoding.classes[name].on).toBeLessThan(0.4)
      expect(tuned.decoding.classes[name].off).toBeLessThanOrEqual(tuned.decoding.classes[name].on)
      expect(tuned.after.classes[name]).toBeGreaterThan(0.9)
    }
  })

  it('leaves what is best as it is', () => {
    const again = tuneDecoding(scenes, tuned.decoding, () => undefined)
    expect(again.decoding).toEqual(tuned.decoding)
    expect(again.before).toEqual(again.after)
    expect(again.after).toEqual(tuned.after)
  })

  it('brings the words to those that were said, over the scenes that tell', () => {
    const heard = decodedFrames(scenes.slice(0, 1), tuned.decoding.classes)
    const adultFrames = heard.FEM.reduce((sum, is, frame) => sum + (is | (heard.MAL[frame] ?? 0)), 0)
    expect((adultFrames * 0.4 * tuned.decoding.syllablesFactor) / ENGLISH_SYLLABLES_PER_WORD).toBeCloseTo(20, 1)
  })

  it('keeps the settings of a class that is in no scene', () => {
    const [scene] = scenes
    const silent = new Uint8Array(FRAMES)
    const without = scenes.slice(0, 1).map((one) => ({ ...one, truth: { ...one.truth, LAU: silent, CRY: scene?.truth.LAU ?? silent } }))
    const { decoding: found } = tuneDecoding(without, decoding, () => undefined)
    expect(found.classes.LAU).toEqual(decoding.classes.LAU)
    expect(found.classes.CRY).not.toEqual(decoding.classes.CRY)
  })

  it('keeps the factor of the words where no scene tells how many there are', () => {
    const { decoding: found } = tuneDecoding([makeScene(2)], { ...tuned.decoding, syllablesFactor: 1.7 }, () => undefined)
    expect(found.syllablesFactor).toBe(1.7)
  })

  it('scores as the scorer does', () => {
    const spans = [
      { startS: 0, endS: 2, label: 'KCHI' }, { startS: 1.5, endS: 4, label: 'FEM' }, { startS: 5, endS: 6, label: 'CRY' },
      { startS: 7, endS: 7.5, label: 'OCH' }, { startS: 8, endS: 9, label: 'MAL' },
    ]
    const found = [{ startS: 0.3, endS: 1.9, label: 'KCHI' }, { startS: 2, endS: 4.2, label: 'FEM' }, { startS: 4.8, endS: 6, label: 'CHI' }]
    const score = scoreScenes([{ name: 'a', truth: { spans, counts: {}, seconds: 10 }, heard: { spans: found, counts: {} } }])
    const [truth, heard] = [scoredFrames(trueClassFrames(spans, 100)), scoredFrames(trueClassFrames(found, 100))]
    for (const name of ['CHI', 'FEM', 'MAL', 'SPEECH'] as const) {
      expect(f1OfFrames(truth[name], heard[name]), name).toBeCloseTo(score.classes[name]?.f1 ?? Number.NaN, 12)
    }
  })

  it('decodes one scene without what was in the one before', () => {
    const frames = decodedFrames(scenes, decoding.classes)
    const alone = scenes.map((scene) => decodedFrames([scene], decoding.classes))
    for (const name of VOICE_CLASSES) expect(frames[name]).toEqual(joinedFrames(alone.map((rows) => rows[name])))
  })

  it('writes the settings as their file has them', async () => {
    expect(JSON.parse(decodingJson(committed))).toEqual(committed)
    expect(await readFile(new URL('../voice-types/decoding.json', import.meta.url), 'utf8')).toBe(decodingJson(committed))
  })
})

describe('reliability', () => {
  it('compares what was said with what was true, tenth by tenth', () => {
    const truth = byVoiceClass((name) => Uint8Array.from(name === 'FEM' ? [1, 1, 0, 0] : [0, 0, 0, 0]))
    const said = (name: VoiceClass, frame: number): number => (name === 'FEM' ? [0.92, 0.98, 0.94, 0.31][frame] ?? 0 : 0)
    const heard = [0, 1, 2, 3].map((frame) => ({ probabilities: Float32Array.from(VOICE_CLASSES, (name) => said(name, frame)), syllables: 0 }))
    const { FEM, MAL } = reliabilityOf([{ truth, heard, adultWords: null }])
    expect(FEM.bins[9]).toEqual({ from: 0.9, frames: 3, predicted: expect.closeTo(2.84 / 3, 5) as unknown, observed: 2 / 3 })
    expect(FEM.bins[5]).toEqual({ from: 0.5, frames: 0, predicted: null, observed: null })
    expect(FEM.error).toBeCloseTo((0.84 + 0.31) / 4, 5)
    expect(MAL.error).toBe(0)
    expect(reliabilityTable(reliabilityOf([{ truth, heard, adultWords: null }]))).toContain('FEM  calibration error 0.288  said>true 0.31>0.00 0.95>0.67\n')
  })
})
