/** The floor is the level that 15 % of frames stay under, followed slowly: a fan that starts is floor after a minute. */
const QUANTILE = 0.15
const STEP_DB = 0.1
/** In the first second the lowest level is taken as it comes, so that the floor starts near the truth. */
const START_FRAMES = 31

/** Follows the level of the room when nobody speaks. */
export class NoiseFloor {
  #floorDbfs: number | null = null
  #frames = 0

  /** The floor after this frame, dBFS. */
  next(levelDbfs: number): number {
    const floor = this.#floorDbfs ?? levelDbfs
    this.#frames++
    const moved = floor + STEP_DB * (levelDbfs > floor ? QUANTILE : QUANTILE - 1)
    this.#floorDbfs = this.#frames <= START_FRAMES ? Math.min(floor, levelDbfs) : moved
    return this.#floorDbfs
  }

  reset(): void {
    this.#floorDbfs = null
    this.#frames = 0
  }
}
