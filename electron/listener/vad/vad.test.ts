import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RingBuffer } from '../ring-buffer'
import { sine, voice } from '../signals-for-tests'
import { InputGain } from './input-gain'
import { ModelRefusedError, readKnownModel, SILERO_VAD_V6 } from './model-file'
import { NoiseFloor } from './noise-floor'
import { SileroVad } from './silero-vad'
import { MAX_SPEECH_FRAMES, MIN_PAUSE_FRAMES, MIN_SPEECH_FRAMES, SpeechRuns, type SpeechRun } from './speech-runs'

const models = fileURLToPath(new URL('../../../models', import.meta.url))

describe('model files', () => {
  it('are read when their hash is the pinned one', async () => {
    expect((await readKnownModel(models, SILERO_VAD_V6)).length).toBeGreaterThan(1_000_000)
  })
  it('are refused when one byte differs, before anything parses them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'models-'))
    try {
      const path = join(folder, SILERO_VAD_V6.path)
      await mkdir(dirname(path), { recursive: true })
      await copyFile(join(models, SILERO_VAD_V6.path), path)
      const bytes = await readFile(path)
      bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000)
      await writeFile(path, bytes)
      await expect(SileroVad.open(folder)).rejects.toThrow(ModelRefusedError)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
  it('are refused when they are missing, with a message for users', async () => {
    await expect(SileroVad.open(join(models, 'nowhere'))).rejects.toThrow(/install WonderNest again/)
  })
})

describe('the voice activity model', () => {
  it('hears speech in voices and none in a tone, and forgets when reset', async () => {
    const vad = await SileroVad.open(models)
    const typical = async (samples: Float32Array): Promise<number> => {
      const ring = new RingBuffer(vad.windowSamples)
      vad.reset()
      const all: number[] = []
      for (let at = 0; at + 512 <= samples.length; at += 512) {
        ring.push(samples.subarray(at, at + 512))
        all.push(await vad.probability(ring, 1))
      }
      return all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
    }
    const man = voice({ f0Hz: 115, formantScale: 1, seconds: 3 })
    expect(await typical(man)).toBeGreaterThan(0.5)
    expect(await typical(voice({ f0Hz: 205, formantScale: 1.17, seconds: 3 }))).toBeGreaterThan(0.5)
    expect(await typical(sine(440, 3))).toBeLessThan(0.1)
    expect(await typical(man)).toBe(await typical(man))
    await vad.close()
  })
})

/** Runs as one boolean per frame. */
function spread(runs: readonly SpeechRun[]): readonly boolean[] {
  return runs.flatMap(({ speech, frames }) => new Array<boolean>(frames).fill(speech))
}

function decide(evidence: readonly number[]): readonly boolean[] {
  const runs = new SpeechRuns()
  return spread([...evidence.flatMap((value) => runs.push(value)), ...runs.flush()])
}

describe('speech runs', () => {
  const speech = (frames: number): number[] => new Array<number>(frames).fill(0.9)
  const quiet = (frames: number): number[] => new Array<number>(frames).fill(0.1)

  it('cover every frame, whatever the evidence', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 900 }), (evidence) => {
        expect(decide(evidence)).toHaveLength(evidence.length)
      }),
    )
  })
  it('drop speech that is too short and bridge pauses that are too short', () => {
    expect(decide([...quiet(20), ...speech(MIN_SPEECH_FRAMES - 1), ...quiet(20)])).not.toContain(true)
    const bridged = decide([...quiet(20), ...speech(20), ...quiet(MIN_PAUSE_FRAMES - 1), ...speech(20), ...quiet(20)])
    expect(bridged.lastIndexOf(true) - bridged.indexOf(true) + 1).toBe(bridged.filter(Boolean).length)
    const split = decide([...quiet(20), ...speech(20), ...quiet(MIN_PAUSE_FRAMES), ...speech(20), ...quiet(20)])
    expect(split.filter(Boolean)).toHaveLength(40)
  })
  it('stay in speech between the two thresholds', () => {
    expect(decide([...speech(20), ...new Array<number>(30).fill(0.3)]).filter(Boolean)).toHaveLength(50)
    expect(decide(new Array<number>(50).fill(0.3))).not.toContain(true)
  })
  it('cut endless speech where it is weakest, so that nothing waits for ever', () => {
    const runs = new SpeechRuns()
    const evidence = speech(MAX_SPEECH_FRAMES)
    evidence[150] = 0.5
    const cut = evidence.flatMap((value) => runs.push(value))
    expect(cut).toEqual([{ speech: true, frames: 150 }])
  })
})

describe('gain and noise floor', () => {
  it('raise quiet sound and leave loud sound as it is', () => {
    const gainAfter = (level: number): number => {
      const gain = new InputGain()
      let factor = 1
      for (let i = 0; i < 3000; i++) factor = gain.next(level)
      return factor
    }
    expect(gainAfter(-45)).toBeGreaterThan(20)
    expect(gainAfter(-5)).toBe(1)
    expect(gainAfter(-100)).toBeLessThanOrEqual(10 ** (36 / 20))
  })
  it('follow the quiet between sounds', () => {
    const floor = new NoiseFloor()
    let level = 0
    for (let i = 0; i < 3000; i++) level = floor.next(i % 4 === 0 ? -50 : -20)
    expect(level).toBeLessThan(-45)
  })
})
