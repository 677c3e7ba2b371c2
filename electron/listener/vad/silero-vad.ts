import { InferenceSession, Tensor } from 'onnxruntime-node'
import { FRAME_SAMPLES, SAMPLE_RATE } from '../audio-format'
import type { AudioWindow } from '../ring-buffer'
import { readKnownModel, SILERO_VAD_V6 } from './model-file'

/** The model wants the end of the previous frame before each frame. */
const CONTEXT_SAMPLES = 64
const STATE_SHAPE = [2, 1, 128] as const
const STATE_LENGTH = 256

/** Tells for each frame how likely it holds speech. */
export interface VoiceActivityDetector {
  readonly name: string
  /** How many of the latest samples it looks at. */
  readonly windowSamples: number
  /** Probability of speech in the latest frame of the ring buffer, 0 to 1. `gain` is a factor on the samples. */
  probability(audio: AudioWindow, gain: number): Promise<number>
  /** Forgets everything heard. */
  reset(): void
  /** Frees the model. */
  close(): Promise<void>
}

/** Silero VAD v6 (snakers4/silero-vad, MIT) on ONNX Runtime, one thread: see models/silero-vad/MODEL_CARD.md. */
export class SileroVad implements VoiceActivityDetector {
  readonly name = SILERO_VAD_V6.name
  readonly windowSamples = CONTEXT_SAMPLES + FRAME_SAMPLES
  readonly #session: InferenceSession
  readonly #input = new Float32Array(CONTEXT_SAMPLES + FRAME_SAMPLES)
  readonly #state = new Float32Array(STATE_LENGTH)
  readonly #feeds: Readonly<Record<string, Tensor>>

  private constructor(session: InferenceSession) {
    this.#session = session
    this.#feeds = {
      input: new Tensor('float32', this.#input, [1, this.#input.length]),
      state: new Tensor('float32', this.#state, [...STATE_SHAPE]),
      sr: new Tensor('int64', BigInt64Array.of(BigInt(SAMPLE_RATE)), [1]),
    }
  }

  /** @throws ModelRefusedError when the model file is missing or not the pinned one. */
  static async open(modelsFolder: string): Promise<SileroVad> {
    const bytes = await readKnownModel(modelsFolder, SILERO_VAD_V6)
    const session = await InferenceSession.create(bytes, {
      executionProviders: ['cpu'],
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      // Errors only: the runtime would otherwise write warnings to the terminal.
      logSeverityLevel: 3,
    })
    return new SileroVad(session)
  }

  async probability(audio: AudioWindow, gain: number): Promise<number> {
    audio.latest(this.#input)
    for (let i = 0; i < this.#input.length; i++) {
      this.#input[i] = Math.min(1, Math.max(-1, (this.#input[i] ?? 0) * gain))
    }
    const result = await this.#session.run(this.#feeds)
    const next = result['stateN']?.data
    if (next instanceof Float32Array) this.#state.set(next)
    const probability = Number(result['output']?.data[0])
    return Number.isFinite(probability) ? Math.min(1, Math.max(0, probability)) : 0
  }

  reset(): void {
    this.#input.fill(0)
    this.#state.fill(0)
  }

  async close(): Promise<void> {
    this.reset()
    await this.#session.release()
  }
}
