/**
 * Counts syllable-like peaks of the vowel band's level: a peak counts when the level falls by at least `DIP_DB` after it,
 * and rises by as much before the next one. After N. de Jong and T. Wempe, "Praat script to detect syllable nuclei and
 * measure speech rate automatically", Behavior Research Methods 41 (2009) 385–390, who use 2 dB on a smoother curve.
 */
const DIP_DB = 3
/** The level is averaged over this many steps of 8 ms. */
const SMOOTHING_STEPS = 3
const EMPTY = 1e-10

export interface Peak {
  /** How many steps ago it was. */
  readonly stepsAgo: number
  readonly levelDb: number
}

export class SyllablePeaks {
  #recent: number[] = []
  #climbing = true
  #extremeDb = -Infinity
  #stepsSinceExtreme = 0

  /** Takes the mean-square of the next 8 ms; gives the peak that this step completes, if any. */
  push(meanSquare: number): Peak | null {
    this.#recent = [...this.#recent, meanSquare].slice(-SMOOTHING_STEPS)
    const average = this.#recent.reduce((sum, value) => sum + value, 0) / this.#recent.length
    const levelDb = 10 * Math.log10(average + EMPTY)
    this.#stepsSinceExtreme++
    return this.#climbing ? this.#climb(levelDb) : this.#descend(levelDb)
  }

  reset(): void {
    this.#recent = []
    this.#climbing = true
    this.#extremeDb = -Infinity
    this.#stepsSinceExtreme = 0
  }

  #climb(levelDb: number): Peak | null {
    if (levelDb > this.#extremeDb) this.#setExtreme(levelDb)
    if (levelDb > this.#extremeDb - DIP_DB) return null
    const peak = { stepsAgo: this.#stepsSinceExtreme, levelDb: this.#extremeDb }
    this.#climbing = false
    this.#setExtreme(levelDb)
    return peak
  }

  #descend(levelDb: number): null {
    if (levelDb < this.#extremeDb) this.#setExtreme(levelDb)
    if (levelDb >= this.#extremeDb + DIP_DB) {
      this.#climbing = true
      this.#setExtreme(levelDb)
    }
    return null
  }

  #setExtreme(levelDb: number): void {
    this.#extremeDb = levelDb
    this.#stepsSinceExtreme = 0
  }
}
