import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FRAME_SAMPLES, SAMPLE_RATE } from '../audio-format'
import { RingBuffer } from '../ring-buffer'
import { joined, voice, whiteNoise } from '../signals-for-tests'
import { QUIET_FRAME, VOICE_FRAME_SAMPLES, type VoiceFrame } from './voice-classes'
import { VoiceStream } from './voice-stream'
import { BLOCK_SAMPLES, LOOK_AHEAD_FRAMES, VoiceTypesModel } from './voice-types-model'

let model: VoiceTypesModel
beforeAll(async () => {
  model = await VoiceTypesModel.open(fileURLToPath(new URL('../../../models', import.meta.url)))
})
afterAll(() => model.close())

type SoundAt = (frame: number) => boolean

interface Heard {
  readonly frames: readonly VoiceFrame[]
  readonly runs: number
}

async function hear(samples: Float32Array, soundAt: SoundAt, sleeps = true): Promise<Heard> {
  const stream = new VoiceStream(model, sleeps)
  const ring = new RingBuffer(VoiceStream.windowSamples)
  const frames: VoiceFrame[] = []
  const runsBefore = model.runs
  for (let frame = 0; (frame + 1) * FRAME_SAMPLES <= samples.length; frame++) {
    ring.push(samples.subarray(frame * FRAME_SAMPLES, (frame + 1) * FRAME_SAMPLES))
    frames.push(...(await stream.push(ring, soundAt(frame))))
  }
  frames.push(...(await stream.flush(ring)))
  return { frames, runs: model.runs - runsBefore }
}

/** The model by hand on all of `samples`, without the stream's own book-keeping. */
async function heardByHand(samples: Float32Array): Promise<readonly VoiceFrame[]> {
  const frames = Math.ceil(samples.length / VOICE_FRAME_SAMPLES)
  const blocks = Math.ceil(((frames + LOOK_AHEAD_FRAMES) * VOICE_FRAME_SAMPLES) / BLOCK_SAMPLES)
  const padded = new Float32Array(blocks * BLOCK_SAMPLES)
  padded.set(samples)
  model.reset()
  const heard: VoiceFrame[] = []
  for (let block = 0; block < blocks; block++) {
    model.block.set(padded.subarray(block * BLOCK_SAMPLES, (block + 1) * BLOCK_SAMPLES))
    heard.push(...(await model.run()))
  }
  return heard.slice(LOOK_AHEAD_FRAMES, LOOK_AHEAD_FRAMES + frames)
}

const wholeFrames = (seconds: number): number => Math.floor((seconds * SAMPLE_RATE) / FRAME_SAMPLES)
const talk = voice({ f0Hz: 200, formantScale: 1.17, seconds: 3 })
/** Sound at 20 to 23 and 53 to 56 s. */
const scene = joined(whiteNoise(20, 0.002), talk, whiteNoise(30, 0.002, 2), talk, whiteNoise(10.5, 0.002, 3))
const talkAt: SoundAt = (frame) => [20, 53].some((at) => frame >= wholeFrames(at) && frame < wholeFrames(at + 3))

describe('the model on a stream', () => {
  it.each([0.1, 0.5, 0.9, 1.7, 4.33])('gives for each 100 ms what the model says of them: %d s', async (seconds) => {
    const samples = talk.subarray(0, wholeFrames(Math.min(3, seconds)) * FRAME_SAMPLES)
    expect((await hear(samples, () => true)).frames).toEqual(await heardByHand(samples))
  })

  it('gives nothing for nothing and starts anew after its end', async () => {
    expect(await hear(new Float32Array(0), () => true)).toEqual({ frames: [], runs: 0 })
    const stream = new VoiceStream(model)
    const ring = new RingBuffer(VoiceStream.windowSamples)
    ring.push(talk.subarray(0, FRAME_SAMPLES))
    await stream.push(ring, true)
    expect(await stream.flush(ring)).toHaveLength(1)
    expect(await stream.flush(ring)).toHaveLength(0)
    expect(model.block.every((sample) => sample === 0)).toBe(true)
  })

  it('never runs the model where nothing sounds', async () => {
    const { frames, runs } = await hear(scene, () => false)
    expect(runs).toBe(0)
    expect(frames).toEqual(new Array<VoiceFrame>(frames.length).fill(QUIET_FRAME))
  })

  it('wakes from zero with a pre-roll, and hears then what the model alone would hear', async () => {
    const { frames } = await hear(scene, talkAt)
    const woken = frames.findIndex((frame) => frame !== QUIET_FRAME)
    expect(woken).toBeLessThanOrEqual(190)
    expect(woken).toBeGreaterThan(170)
    const alone = await heardByHand(scene.subarray(woken * VOICE_FRAME_SAMPLES, 24 * SAMPLE_RATE))
    // Up to where the sound by hand ends, less the look-ahead.
    const until = 240 - LOOK_AHEAD_FRAMES
    expect(frames.slice(woken, until)).toEqual(alone.slice(0, until - woken))
  })

  it('hears where it is awake what it hears without ever sleeping, to within 0.05, in a quarter of the runs', async () => {
    const gated = await hear(scene, talkAt)
    const always = await hear(scene, talkAt, false)
    expect(gated.frames).toHaveLength(always.frames.length)
    expect(gated.runs).toBeLessThan(always.runs / 4)
    for (const at of [200, 530]) {
      for (let frame = at; frame < at + 30; frame++) {
        const [one, other] = [gated.frames[frame], always.frames[frame]]
        one?.probabilities.forEach((probability, index) => {
          expect(Math.abs(probability - (other?.probabilities[index] ?? Number.NaN))).toBeLessThan(0.05)
        })
      }
    }
  })

  it('never sleeps through sound or the second before it, whenever sound comes', async () => {
    const anyPattern = fc.array(fc.tuple(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 40 })), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(anyPattern, async (pattern) => {
        const flags = pattern.flatMap(([quiet, sound]) => [...new Array<boolean>(quiet).fill(false), ...new Array<boolean>(sound).fill(true)])
        const samples = whiteNoise((flags.length * FRAME_SAMPLES) / SAMPLE_RATE, 0.1)
        const { frames } = await hear(samples, (frame) => flags[frame] ?? false)
        expect(frames).toHaveLength(Math.ceil((flags.length * FRAME_SAMPLES) / VOICE_FRAME_SAMPLES))
        flags.forEach((sound, frame) => {
          if (!sound) return
          const first = Math.max(0, Math.floor((frame * FRAME_SAMPLES - SAMPLE_RATE) / VOICE_FRAME_SAMPLES))
          const last = Math.floor((frame * FRAME_SAMPLES) / VOICE_FRAME_SAMPLES)
          expect(frames.slice(first, last + 1)).not.toContain(QUIET_FRAME)
        })
      }),
      { numRuns: 15 },
    )
  })
})
