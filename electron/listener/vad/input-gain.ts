/**
 * Slow automatic gain in front of the voice activity model. The model was trained on speech near full scale and hears
 * little of a voice across the room: at -40 dBFS it found 27 % of a child's frames, with this gain 51 % (docs/adr/0010).
 * Only the model gets the amplified sound; levels are measured on the sound as it came.
 */
const TARGET_DBFS = -10
const MAX_GAIN_DB = 36
/** The loudness followed is the level that 95 % of frames stay under. */
const QUANTILE = 0.95
/** How far the followed level moves per frame at most, dB: 4.5 dB a second up, 0.2 dB a second down. */
const STEP_DB = 0.15
/** Levels below this are a converter's noise and do not raise the gain any further. */
const LOWEST_DBFS = -75
const START_DBFS = -40

export class InputGain {
  #followedDbfs = START_DBFS

  /** The factor for the next frame, from the levels so far. */
  next(levelDbfs: number): number {
    const level = Math.max(LOWEST_DBFS, levelDbfs)
    this.#followedDbfs += level > this.#followedDbfs ? STEP_DB * QUANTILE : -STEP_DB * (1 - QUANTILE)
    const gainDb = Math.min(MAX_GAIN_DB, Math.max(0, TARGET_DBFS - this.#followedDbfs))
    return 10 ** (gainDb / 20)
  }

  reset(): void {
    this.#followedDbfs = START_DBFS
  }
}
