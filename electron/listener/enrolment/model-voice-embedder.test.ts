import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FRAME_SAMPLES } from '../audio-format'
import { joined, voice, whiteNoise } from '../signals-for-tests'
import { BLOCK_SAMPLES, LOOK_AHEAD_FRAMES, VoiceTypesModel } from '../typing/voice-types-model'
import { ModelVoiceEmbedder } from './model-voice-embedder'
import type { EnrolmentFrame } from './voice-embedder'

let model: VoiceTypesModel
beforeAll(async () => {
  model = await VoiceTypesModel.open(fileURLToPath(new URL('../../../models', import.meta.url)))
})
afterAll(() => model.close())

let embedder: ModelVoiceEmbedder
beforeEach(() => {
  embedder = new ModelVoiceEmbedder(model)
  embedder.reset()
})

/** Four seconds, whole frames and whole blocks. */
const talk = joined(voice({ f0Hz: 310, formantScale: 1.3, seconds: 3 }), whiteNoise(1, 0.01))

async function hear(sound: Float32Array): Promise<readonly EnrolmentFrame[]> {
  const frames: EnrolmentFrame[] = []
  for (let at = 0; at + FRAME_SAMPLES <= sound.length; at += FRAME_SAMPLES) {
    frames.push(...(await embedder.push(sound.subarray(at, at + FRAME_SAMPLES))))
  }
  return frames
}

/** The same sound through the model itself, in its own blocks. */
async function hearDirectly(sound: Float32Array): Promise<readonly EnrolmentFrame[]> {
  model.reset()
  const frames: EnrolmentFrame[] = []
  for (let at = 0; at + BLOCK_SAMPLES <= sound.length; at += BLOCK_SAMPLES) {
    model.block.set(sound.subarray(at, at + BLOCK_SAMPLES))
    for (const { probabilities, embedding } of await model.run()) {
      const [childProbability = 0, woman = 0, man = 0, electronicProbability = 0] = probabilities
      frames.push({ childProbability, adultProbability: Math.max(woman, man), electronicProbability, embedding })
    }
  }
  model.reset()
  return frames.slice(LOOK_AHEAD_FRAMES)
}

describe('the model in an enrolment', () => {
  it('says the same as the model itself, without the frames before the first sound', async () => {
    const direct = await hearDirectly(talk)
    expect(direct.length).toBeGreaterThan(20)
    expect(await hear(talk)).toEqual(direct)
  })

  it('remembers nothing after a reset, not even half a block', async () => {
    const fresh = await hear(talk)
    await hear(whiteNoise(0.7, 0.3))
    embedder.reset()
    expect(model.block.every((sample) => sample === 0)).toBe(true)
    expect(await hear(talk)).toEqual(fresh)
  })
})
