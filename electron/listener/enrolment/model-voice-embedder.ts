import type { VoiceFrame } from '../typing/voice-classes'
import { BLOCK_SAMPLES, LOOK_AHEAD_FRAMES, type VoiceTypesModel } from '../typing/voice-types-model'
import type { EnrolmentFrame, VoiceEmbedder } from './voice-embedder'

/** What an enrolment needs of the trained model; hears half a second at a time, without a break. */
export class ModelVoiceEmbedder implements VoiceEmbedder {
  readonly #model: VoiceTypesModel
  #filled = 0
  /** Frames still to come that speak of a time before the first sound. */
  #early = LOOK_AHEAD_FRAMES

  constructor(model: VoiceTypesModel) {
    this.#model = model
  }

  async push(samples: Float32Array): Promise<readonly EnrolmentFrame[]> {
    const frames: EnrolmentFrame[] = []
    for (let taken = 0; taken < samples.length; ) {
      const part = samples.subarray(taken, taken + BLOCK_SAMPLES - this.#filled)
      this.#model.block.set(part, this.#filled)
      this.#filled += part.length
      taken += part.length
      if (this.#filled < BLOCK_SAMPLES) break
      this.#filled = 0
      for (const frame of await this.#model.run()) {
        if (this.#early > 0) this.#early--
        else frames.push(enrolmentFrame(frame))
      }
    }
    return frames
  }

  reset(): void {
    this.#model.reset()
    this.#filled = 0
    this.#early = LOOK_AHEAD_FRAMES
  }
}

function enrolmentFrame({ probabilities, embedding }: VoiceFrame): EnrolmentFrame {
  const [child = 0, woman = 0, man = 0, electronic = 0] = probabilities
  return {
    childProbability: child,
    adultProbability: Math.max(woman, man),
    electronicProbability: electronic,
    embedding,
  }
}
