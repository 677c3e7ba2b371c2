import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { binSchema } from '../../common/listening/metrics'
import { type Segment, SOUND_TYPES } from '../../common/listening/voice'
import { analyseBuffer, analyseChunks, type Analysis } from './analyse-buffer'
import { FRAME_MS, FRAME_SAMPLES, SAMPLE_RATE } from './audio-format'
import { ListeningPipeline, type PipelineParts } from './pipeline'
import { joined, samplesOf, sine, voice, whiteNoise } from './signals-for-tests'
import { VoiceTypesModel } from './typing/voice-types-model'
import { SileroVad } from './vad/silero-vad'

const NOON = Date.UTC(2026, 0, 5, 12)
const models = fileURLToPath(new URL('../../models', import.meta.url))
let vad: SileroVad
let voices: VoiceTypesModel
beforeAll(async () => {
  vad = await SileroVad.open(models)
  voices = await VoiceTypesModel.open(models)
})
afterAll(() => Promise.all([vad.close(), voices.close()]))

/** Chords of three tones with a decay, a new one twice a second. */
const music = samplesOf(8, (i) => {
  const [beat, within] = [Math.floor((2 * i) / SAMPLE_RATE), ((2 * i) / SAMPLE_RATE) % 1]
  const root = [220, 262, 196, 247][beat % 4] ?? 220
  const chord = [1, 1.26, 1.5].map((ratio) => Math.sin((2 * Math.PI * root * ratio * i) / SAMPLE_RATE))
  return 0.1 * Math.exp(-3 * within) * chord.reduce((sum, tone) => sum + tone, 0)
})

const man = voice({ f0Hz: 115, formantScale: 1, seconds: 8 })

/** What a small loudspeaker makes of a voice over music: little below 400 Hz, limited. */
const television = samplesOf(8, (i) => {
  const high = (man[i] ?? 0) - 0.85 * (man[i - 1] ?? 0)
  return Math.max(-0.08, Math.min(0.08, 0.6 * high + 0.3 * (music[i] ?? 0)))
})

/** Every second sample thrown away and put back between its neighbours: nothing above 4 kHz is left. */
const narrowBand = samplesOf(8, (i) => (i % 2 === 0 ? (man[i] ?? 0) : ((man[i - 1] ?? 0) + (man[i + 1] ?? 0)) / 2))

const room = whiteNoise(4, 0.001)

interface HardSound {
  readonly name: string
  readonly samples: Float32Array
  /** Largest part of the time in which people may be heard, 0 to 1. */
  readonly mostPeople: number
}

const HARD_SOUNDS: readonly HardSound[] = [
  { name: 'digital silence', samples: new Float32Array(8 * SAMPLE_RATE), mostPeople: 0 },
  { name: 'a constant offset', samples: new Float32Array(8 * SAMPLE_RATE).fill(0.6), mostPeople: 0 },
  { name: 'what is no number', samples: new Float32Array(8 * SAMPLE_RATE).fill(Number.NaN), mostPeople: 0 },
  { name: 'voice with what is no number between', samples: man.map((sample, i) => (i % 1000 === 0 ? Number.NaN : sample)), mostPeople: 1 },
  { name: 'infinities', samples: samplesOf(8, (i) => (i % 2 === 0 ? Infinity : -Infinity)), mostPeople: 0 },
  { name: 'clipping', samples: man.map((sample) => 40 * sample), mostPeople: 1 },
  { name: 'a voice with a constant offset', samples: man.map((sample) => sample + 0.3), mostPeople: 1 },
  { name: 'a voice of 8 kHz', samples: narrowBand, mostPeople: 1 },
  // Bare chords, and a vowel that never changes over them, are far from any television: the model takes them for a man, as its
  // card says. Recorded music is told apart. The limits keep it from getting worse.
  { name: 'music', samples: joined(room, music), mostPeople: 0.7 },
  { name: 'television', samples: joined(room, television), mostPeople: 0.65 },
  { name: 'white noise', samples: whiteNoise(8, 0.1), mostPeople: 0.02 },
  { name: 'a steady tone', samples: joined(room, sine(440, 4)), mostPeople: 0.02 },
]

const PEOPLE = ['KCHI', 'OCH', 'CHI', 'FEM', 'MAL', 'OLN', 'CRY', 'LAU'] as const

/** What holds whatever was heard: nothing is lost, counted twice, or no number. */
function expectSound({ segments, bins, seconds }: Analysis, samples: number): void {
  const lengthMs = Math.floor(samples / FRAME_SAMPLES) * FRAME_MS
  expect(seconds * 1000).toBe(lengthMs)
  let at = 0
  for (const { type, heard, startMs, endMs, levelDbfs } of segments) {
    expect(startMs).toBe(at)
    expect(endMs).toBeGreaterThan(startMs)
    expect(Number.isFinite(levelDbfs)).toBe(true)
    expect(heard).toEqual(SOUND_TYPES.filter((name) => heard.includes(name)))
    expect(type === 'SIL' || type === 'OLN' || heard.includes(type)).toBe(true)
    at = endMs
  }
  expect(at).toBe(lengthMs)
  for (const bin of bins) {
    binSchema.parse(bin)
    expect(Object.values(bin.soundMs).reduce((a, b) => a + b, 0)).toBe(bin.listenedMs)
    for (const { value, low, high } of [bin.adultWords, bin.childVocalizations, bin.conversationalTurns]) {
      expect([low <= value, value <= high, Number.isFinite(high)]).toEqual([true, true, true])
    }
  }
  expect(bins.reduce((sum, bin) => sum + bin.listenedMs, 0)).toBe(lengthMs)
}

describe('the trained model on', () => {
  it.each(HARD_SOUNDS)('$name', async ({ samples, mostPeople }) => {
    const analysis = await analyseBuffer(samples, { vad, voices }, NOON)
    expectSound(analysis, samples.length)
    const peopleMs = analysis.bins.reduce((sum, { soundMs }) => sum + PEOPLE.reduce((ms, type) => ms + soundMs[type], 0), 0)
    expect(peopleMs / (1000 * analysis.seconds)).toBeLessThanOrEqual(mostPeople)
  })

  it('buffers of no length, between others and alone', async () => {
    const none = new Float32Array(0)
    expect(await analyseBuffer(none, { vad, voices }, NOON)).toMatchObject({ seconds: 0, segments: [], bins: [] })
    const whole = await analyseBuffer(man, { vad, voices }, NOON)
    const cut = await analyseChunks([none, man.subarray(0, 12_345), none, none, man.subarray(12_345), none], { vad, voices }, NOON)
    expect({ ...cut, realTimeFactor: 0 }).toEqual({ ...whole, realTimeFactor: 0 })
  })

  it('a stream that ends anywhere', async () => {
    for (const frames of [1, 2, 3, 4, 15, 16, 17, 40, 63]) {
      expectSound(await analyseBuffer(man.subarray(0, frames * FRAME_SAMPLES), { vad, voices }, NOON), frames * FRAME_SAMPLES)
    }
  })

  it('sound before and after gaps', async () => {
    const pipeline = new ListeningPipeline({ vad, voices }, NOON)
    const segments: Segment[] = []
    for (const frames of [20, 1, 90]) {
      for (let frame = 0; frame < frames; frame++) {
        segments.push(...(await pipeline.push(man.subarray(frame * FRAME_SAMPLES, (frame + 1) * FRAME_SAMPLES))).segments)
      }
      segments.push(...(await pipeline.skip(1_000.4)).segments)
    }
    const { completeBins } = await pipeline.finish()
    expect(completeBins).toMatchObject([{ listenedMs: 111 * FRAME_MS, gapMs: 3_000 }])
    const gaps = segments.flatMap(({ startMs }, index) => (index > 0 ? [startMs - (segments[index - 1]?.endMs ?? 0)] : []))
    expect(gaps.filter((ms) => ms !== 0)).toEqual([1_000, 1_000])
    expect(voices.block.every((sample) => sample === 0)).toBe(true)
  })

  it('an hour with a minute of talk in every ten, without growing, asleep in between', async () => {
    const minute = joined(...Array.from({ length: 15 }, () => man.subarray(0, 4 * SAMPLE_RATE)))
    const quiet = whiteNoise(60, 0.0005)
    // The level alone wakes the model here: the voice activity model would take most of the test's time.
    const levelOnly: PipelineParts['vad'] = {
      name: 'none', windowSamples: FRAME_SAMPLES, probability: () => Promise.resolve(0), reset: () => undefined, close: () => Promise.resolve(),
    }
    const runsBefore = voices.runs
    const memory: number[] = []
    function* hour(): Generator<Float32Array, void, undefined> {
      for (let at = 0; at < 60; at++) {
        yield at % 10 === 4 ? minute : quiet
        if (at % 10 === 9) memory.push(process.memoryUsage().rss)
      }
    }
    const analysis = await analyseChunks(hour(), { vad: levelOnly, voices }, NOON)
    expectSound(analysis, 3600 * SAMPLE_RATE)
    expect(analysis.bins).toHaveLength(12)
    // Six minutes and their edges, two runs a second.
    expect(voices.runs - runsBefore).toBeGreaterThan(6 * 60 * 2)
    expect(voices.runs - runsBefore).toBeLessThan(6 * 70 * 2)
    expect((memory.at(-1) ?? Infinity) - (memory[1] ?? 0)).toBeLessThan(40e6)
  }, 120_000)
})
