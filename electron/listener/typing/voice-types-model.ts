import { InferenceSession, Tensor } from 'onnxruntime-node'
import { EMBEDDING_LENGTH } from '../../../common/listening/child-policy'
import { VOICE_TYPES_MODEL } from '../../../common/listening/voice-types-model'
import { ModelRefusedError, readKnownModel } from '../vad/model-file'
import { VOICE_CLASSES, VOICE_FRAME_SAMPLES, type VoiceFrame } from './voice-classes'

/** How much sound a run takes, frames of 100 ms: half a second. */
export const BLOCK_FRAMES = 5
export const BLOCK_SAMPLES = BLOCK_FRAMES * VOICE_FRAME_SAMPLES

/** A run's frames speak of the sound this many frames earlier: the model wants to hear what comes next. */
export const LOOK_AHEAD_FRAMES = 8

/**
 * The trained model of voice types on ONNX Runtime, one thread: see models/voice-types/MODEL_CARD.md. It hears sound in
 * blocks of half a second that follow each other; what it remembers goes with it from block to block.
 */
export class VoiceTypesModel {
  readonly name = VOICE_TYPES_MODEL.name
  /** The next block of sound, to be filled by the caller: mono, 16 kHz, in [-1, 1]. */
  readonly block = new Float32Array(BLOCK_SAMPLES)
  readonly #session: InferenceSession
  readonly #state: Float32Array
  readonly #feeds: Readonly<Record<'samples' | 'state', Tensor>>
  #runs = 0

  private constructor(session: InferenceSession, stateLength: number) {
    this.#session = session
    this.#state = new Float32Array(stateLength)
    this.#feeds = {
      samples: new Tensor('float32', this.block, [1, BLOCK_SAMPLES]),
      state: new Tensor('float32', this.#state, [1, stateLength]),
    }
  }

  /** @throws ModelRefusedError when the model file is missing or not the pinned one. */
  static async open(modelsFolder: string): Promise<VoiceTypesModel> {
    return VoiceTypesModel.ofUncheckedBytes(await readKnownModel(modelsFolder, VOICE_TYPES_MODEL))
  }

  /** Any model of the same inputs and outputs, whoever made it: for the evaluation to compare some. The app calls {@link open}. */
  static async ofUncheckedBytes(bytes: Uint8Array): Promise<VoiceTypesModel> {
    const session = await InferenceSession.create(bytes, {
      executionProviders: ['cpu'],
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      // Errors only: the runtime would otherwise write warnings to the terminal.
      logSeverityLevel: 3,
    })
    return new VoiceTypesModel(session, stateLengthOf(session))
  }

  /** {@link open}, with null for a model that is missing or not the pinned one. */
  static async openIfKnown(modelsFolder: string): Promise<VoiceTypesModel | null> {
    try {
      return await VoiceTypesModel.open(modelsFolder)
    } catch (error) {
      if (error instanceof ModelRefusedError) return null
      throw error
    }
  }

  /** How often the model ran since it was opened. */
  get runs(): number {
    return this.#runs
  }

  /** Hears {@link block}. Gives its {@link BLOCK_FRAMES} frames, which speak of the sound {@link LOOK_AHEAD_FRAMES} earlier. */
  async run(): Promise<readonly VoiceFrame[]> {
    this.#runs++
    const result = await this.#session.run(this.#feeds)
    const voices = numbersOf(result['voices'])
    // What is no number would stay in the state for ever.
    if (voices.every(Number.isFinite)) this.#state.set(numbersOf(result['next_state']))
    else this.#state.fill(0)
    const words = numbersOf(result['words'])
    const older = numbersOf(result['older'])
    const embeddings = numbersOf(result['embedding'])
    return Array.from({ length: BLOCK_FRAMES }, (_, frame) => ({
      probabilities: rowOf(voices, frame, VOICE_CLASSES.length),
      syllables: words[frame] ?? 0,
      older: older[frame] ?? 0,
      embedding: rowOf(embeddings, frame, EMBEDDING_LENGTH),
    }))
  }

  /** Forgets everything heard and overwrites the block with zeros. */
  reset(): void {
    this.block.fill(0)
    this.#state.fill(0)
  }

  /** Frees the model. */
  async close(): Promise<void> {
    this.reset()
    await this.#session.release()
  }
}

function stateLengthOf(session: InferenceSession): number {
  const state = session.inputMetadata.find(({ name }) => name === 'state')
  const length = state?.isTensor === true ? state.shape[1] : undefined
  if (typeof length !== 'number') throw new TypeError('the model does not say how long its state is')
  return length
}

function numbersOf(tensor: Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) throw new TypeError('the model gave something else than numbers')
  return tensor.data
}

function rowOf(table: Float32Array, row: number, length: number): Float32Array {
  return table.subarray(row * length, (row + 1) * length)
}
