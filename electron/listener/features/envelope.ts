import { SAMPLE_RATE } from '../audio-format'

/** Samples of one step of the envelope: 8 ms. */
export const ENVELOPE_STEP_SAMPLES = 128
export const ENVELOPE_STEP_MS = (ENVELOPE_STEP_SAMPLES * 1000) / SAMPLE_RATE

/** Vowels carry most of their energy between these, Hz; below lies room rumble, above lie fricatives. */
const LOW_HZ = 300
const HIGH_HZ = 2_500

/**
 * Energy of the vowel band in 8 ms steps: the curve whose peaks are syllables. A Butterworth high-pass and low-pass of
 * second order each (bilinear transform, R. Bristow-Johnson's "Audio EQ cookbook"), state kept between frames.
 */
export class VowelBandEnvelope {
  readonly #highPass = new Biquad('high', LOW_HZ)
  readonly #lowPass = new Biquad('low', HIGH_HZ)

  /** Mean-square of the band for each whole 8 ms step of the frame. */
  push(frame: Float32Array): readonly number[] {
    const steps: number[] = []
    let sum = 0
    frame.forEach((sample, index) => {
      sum += this.#lowPass.next(this.#highPass.next(sample)) ** 2
      if ((index + 1) % ENVELOPE_STEP_SAMPLES === 0) {
        steps.push(sum / ENVELOPE_STEP_SAMPLES)
        sum = 0
      }
    })
    return steps
  }

  reset(): void {
    this.#highPass.reset()
    this.#lowPass.reset()
  }
}

class Biquad {
  readonly #b: readonly [number, number, number]
  readonly #a: readonly [number, number]
  #x1 = 0
  #x2 = 0
  #y1 = 0
  #y2 = 0

  constructor(kind: 'low' | 'high', cutOffHz: number) {
    const omega = (2 * Math.PI * cutOffHz) / SAMPLE_RATE
    const cosine = Math.cos(omega)
    const alpha = Math.sin(omega) / Math.SQRT2
    const a0 = 1 + alpha
    const side = kind === 'low' ? (1 - cosine) / 2 : (1 + cosine) / 2
    const middle = kind === 'low' ? 1 - cosine : -(1 + cosine)
    this.#b = [side / a0, middle / a0, side / a0]
    this.#a = [(-2 * cosine) / a0, (1 - alpha) / a0]
  }

  next(x: number): number {
    const [b0, b1, b2] = this.#b
    const [a1, a2] = this.#a
    const y = b0 * x + b1 * this.#x1 + b2 * this.#x2 - a1 * this.#y1 - a2 * this.#y2
    this.#x2 = this.#x1
    this.#x1 = x
    this.#y2 = this.#y1
    this.#y1 = y
    return y
  }

  reset(): void {
    this.#x1 = this.#x2 = this.#y1 = this.#y2 = 0
  }
}
