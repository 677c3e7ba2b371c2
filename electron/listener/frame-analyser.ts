import { FRAME_SAMPLES } from './audio-format'
import { LoudnessMeter } from './features/loudness'
import { RingBuffer, type AudioWindow } from './ring-buffer'
import type { AnalysedFrame } from './typing/speaker-typer'
import { InputGain } from './vad/input-gain'
import type { VoiceActivityDetector } from './vad/silero-vad'

/** What a meter shows of the latest frame. */
export interface FrameLevel {
  readonly rmsDbfs: number
  readonly peakDbfs: number
  readonly speechProbability: number
}

export function levelOf(frame: AnalysedFrame): FrameLevel {
  const { levelDbfs, peakDbfs } = frame.loudness
  return { rmsDbfs: levelDbfs, peakDbfs, speechProbability: frame.speechProbability }
}

/** Turns sound into numbers, frame by frame, and holds the only sound there is: the ring buffer. */
export class FrameAnalyser {
  readonly #vad: VoiceActivityDetector
  readonly #ring: RingBuffer
  readonly #meter = new LoudnessMeter()
  readonly #gain = new InputGain()

  /** @param moreSamples how much of the latest sound later stages want to see, at most ten seconds */
  constructor(vad: VoiceActivityDetector, moreSamples = 0) {
    this.#vad = vad
    this.#ring = new RingBuffer(Math.max(FRAME_SAMPLES, vad.windowSamples, moreSamples))
    this.#vad.reset()
  }

  /** The latest sound, for stages that want more than numbers. */
  get audio(): AudioWindow {
    return this.#ring
  }

  /** @param samples exactly {@link FRAME_SAMPLES} samples in [-1, 1] at 16 kHz */
  async analyse(samples: Float32Array, startMs: number): Promise<AnalysedFrame> {
    if (samples.length !== FRAME_SAMPLES) throw new RangeError(`a frame has ${String(FRAME_SAMPLES)} samples`)
    this.#ring.push(samples)
    const loudness = this.#meter.measure(this.#ring)
    const speechProbability = await this.#vad.probability(this.#ring, this.#gain.next(loudness.levelDbfs))
    return { startMs, speechProbability, loudness }
  }

  /** Forgets what was heard and overwrites all sound with zeros. */
  reset(): void {
    this.#vad.reset()
    this.#meter.reset()
    this.#gain.reset()
    this.#ring.clear()
  }

  holdsNoSound(): boolean {
    return this.#ring.isSilent()
  }
}
