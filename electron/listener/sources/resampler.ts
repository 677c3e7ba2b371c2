import { SAMPLE_RATE } from '../audio-format'

/** Zero crossings of the filter on each side: 60 dB of stop-band with the window below. */
const ZERO_CROSSINGS = 16
/** Kaiser window for 80 dB; the transition lies below the new Nyquist frequency. */
const KAISER_BETA = 8
const PASS_BAND = 0.92

/**
 * Streaming change of sampling rate to 16 kHz by a windowed-sinc polyphase filter (J. O. Smith, "Digital Audio
 * Resampling", CCRMA). Any whole input rate. The output starts at the input's first sample: the filter's delay is taken
 * off. Own code because the WebAssembly ports of libsamplerate either convert whole buffers or load at run time.
 */
export class Resampler {
  readonly #up: number
  readonly #down: number
  readonly #taps: number
  readonly #phases: readonly Float32Array[]
  /** Input not yet used up, starting at index `#first` of the stream. */
  #history: Float32Array
  #first: number
  #nextOutput = 0

  constructor(inputRate: number) {
    const divisor = greatestCommonDivisor(inputRate, SAMPLE_RATE)
    this.#up = SAMPLE_RATE / divisor
    this.#down = inputRate / divisor
    const cutOff = PASS_BAND * Math.min(1, this.#up / this.#down)
    const half = Math.ceil(ZERO_CROSSINGS / cutOff)
    this.#taps = 2 * half
    this.#phases = Array.from({ length: this.#up }, (_, phase) => filterPhase(phase / this.#up, half, cutOff))
    // Silence before the first sample, so that the first output has a full filter.
    this.#history = new Float32Array(half - 1)
    this.#first = -(half - 1)
  }

  /** All output samples that the input so far decides. */
  push(input: Float32Array): Float32Array {
    const joined = new Float32Array(this.#history.length + input.length)
    joined.set(this.#history)
    joined.set(input, this.#history.length)
    const output = new Float32Array(Math.ceil(((input.length + this.#taps) * this.#up) / this.#down) + 1)
    let made = 0
    for (;;) {
      const position = this.#nextOutput * this.#down
      const whole = Math.floor(position / this.#up)
      const start = whole - (this.#taps / 2 - 1) - this.#first
      if (start + this.#taps > joined.length) break
      const phase = this.#phases[position % this.#up]
      let sum = 0
      if (phase !== undefined) for (let i = 0; i < this.#taps; i++) sum += (phase[i] ?? 0) * (joined[start + i] ?? 0)
      output[made++] = sum
      this.#nextOutput++
    }
    const needed = Math.floor((this.#nextOutput * this.#down) / this.#up) - (this.#taps / 2 - 1) - this.#first
    const used = Math.min(joined.length, Math.max(0, needed))
    this.#history = joined.slice(used)
    this.#first += used
    return output.subarray(0, made)
  }

  /** The rest, as if silence followed. */
  flush(): Float32Array {
    return this.push(new Float32Array(this.#taps / 2))
  }
}

function filterPhase(fraction: number, half: number, cutOff: number): Float32Array {
  const taps = Float32Array.from({ length: 2 * half }, (_, index) => {
    const distance = index - (half - 1) - fraction
    const edge = distance / half
    const window = Math.abs(edge) >= 1 ? 0 : besselI0(KAISER_BETA * Math.sqrt(1 - edge * edge)) / besselI0(KAISER_BETA)
    return cutOff * sinc(cutOff * distance) * window
  })
  // Every phase passes a constant unchanged.
  const gain = taps.reduce((sum, tap) => sum + tap, 0)
  return taps.map((tap) => tap / gain)
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}

/** Modified Bessel function of order 0, by its power series (M. Abramowitz and I. Stegun, 9.6.12). */
function besselI0(x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > 1e-12 * sum; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
