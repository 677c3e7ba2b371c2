import { FRAME_SAMPLES, meanSquareToDbfs } from '../audio-format'
import type { AudioWindow } from '../ring-buffer'

/** How loud one frame of 32 ms is. */
export interface Loudness {
  /** Without a constant offset (DC): that is the sound card's, not the room's. */
  readonly meanSquare: number
  readonly levelDbfs: number
  /** The highest sample, offset and all: what a meter must warn of. */
  readonly peakDbfs: number
}

/** Measures the latest frame in the ring buffer. */
export class LoudnessMeter {
  readonly #frame = new Float32Array(FRAME_SAMPLES)

  measure(audio: AudioWindow): Loudness {
    audio.latest(this.#frame)
    let peak = 0
    for (const sample of this.#frame) peak = Math.max(peak, Math.abs(sample))
    removeMean(this.#frame)
    let squares = 0
    for (const sample of this.#frame) squares += sample * sample
    const meanSquare = squares / FRAME_SAMPLES
    return { meanSquare, levelDbfs: meanSquareToDbfs(meanSquare), peakDbfs: meanSquareToDbfs(peak * peak) }
  }

  /** Forgets the sound of the last frame. */
  reset(): void {
    this.#frame.fill(0)
  }
}

/** Takes a constant offset off, in place. */
export function removeMean(samples: Float32Array): void {
  let sum = 0
  for (const sample of samples) sum += sample
  const mean = sum / samples.length
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] ?? 0) - mean
}
