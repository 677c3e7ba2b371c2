import { dbfsToMeanSquare, FLOOR_DBFS, meanSquareToDbfs } from '../audio-format'

/** Width of a step of the level histogram, dB: finer than a level meter can be trusted. */
const STEP_DB = 0.5
const STEPS = Math.ceil(-FLOOR_DBFS / STEP_DB) + 1

/** Energy mean and 90th percentile of frame levels, in constant memory. */
export class LevelStatistics {
  readonly #histogram = new Uint32Array(STEPS)
  #count = 0
  #energy = 0

  add(levelDbfs: number): void {
    const limited = Math.min(0, Math.max(FLOOR_DBFS, levelDbfs))
    const step = Math.round((limited - FLOOR_DBFS) / STEP_DB)
    this.#histogram[step] = (this.#histogram[step] ?? 0) + 1
    this.#energy += dbfsToMeanSquare(limited)
    this.#count++
  }

  /** Ten times the logarithm of the mean energy, dBFS; null when nothing was added. */
  meanDbfs(): number | null {
    return this.#count === 0 ? null : meanSquareToDbfs(this.#energy / this.#count)
  }

  /** The level that nine of ten frames do not exceed, dBFS, to half a decibel; null when nothing was added. */
  p90Dbfs(): number | null {
    if (this.#count === 0) return null
    const wanted = Math.ceil(0.9 * this.#count)
    let seen = 0
    const step = this.#histogram.findIndex((count) => (seen += count) >= wanted)
    return FLOOR_DBFS + step * STEP_DB
  }
}
