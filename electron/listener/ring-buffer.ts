import { strictAssert } from '../../common/assert'
import { SAMPLE_RATE } from './audio-format'

/** The most sound that may ever be held in memory, seconds (product rule). */
export const MAX_RING_SECONDS = 10

/** What a stage may ask of the sound in memory: the latest samples, copied into a buffer the stage owns and reuses. */
export interface AudioWindow {
  /**
   * Fills `target` with the latest `target.length` samples, or with those before the last `skipped` ones, oldest first;
   * zeros stand for what was never heard.
   */
  latest(target: Float32Array, skipped?: number): void
}

/**
 * The only place that keeps sound. A ring of at most 10 s whose storage is overwritten as it turns and set to zero by
 * {@link clear}; nothing reads it but the stages of the pipeline, and no method hands out the storage itself.
 */
export class RingBuffer implements AudioWindow {
  readonly capacity: number
  readonly #storage: Float32Array
  #next = 0

  /** @throws when more than 10 s are asked for. */
  constructor(capacitySamples: number) {
    strictAssert(
      Number.isInteger(capacitySamples) && capacitySamples > 0 && capacitySamples <= MAX_RING_SECONDS * SAMPLE_RATE,
      'the ring buffer holds between one sample and ten seconds',
    )
    this.capacity = capacitySamples
    this.#storage = new Float32Array(capacitySamples)
  }

  /** Adds samples, overwriting the oldest. Values that are not finite become 0, others are limited to [-1, 1]. */
  push(samples: Float32Array): void {
    for (const sample of samples) {
      this.#storage[this.#next] = Number.isFinite(sample) ? Math.min(1, Math.max(-1, sample)) : 0
      this.#next = (this.#next + 1) % this.capacity
    }
  }

  latest(target: Float32Array, skipped = 0): void {
    strictAssert(skipped >= 0 && target.length + skipped <= this.capacity, 'asked for more sound than the ring buffer holds')
    const start = (this.#next - skipped - target.length + this.capacity) % this.capacity
    const head = Math.min(target.length, this.capacity - start)
    target.set(this.#storage.subarray(start, start + head), 0)
    target.set(this.#storage.subarray(0, target.length - head), head)
  }

  /** Overwrites every sample with zero. */
  clear(): void {
    this.#storage.fill(0)
    this.#next = 0
  }

  /** True when no sample but zero is held; for tests and for the check after stopping. */
  isSilent(): boolean {
    return this.#storage.every((sample) => sample === 0)
  }
}
