import { FRAME_MS, meanSquareToDbfs } from '../audio-format'
import { VOICE_FRAME_MS } from './voice-classes'

/** How loud a part of the stream is, for adding up: mean-square and level above the room's, each times ms. */
export interface LevelSums {
  readonly ms: number
  readonly energy: number
  readonly aboveFloor: number
}

export const NO_LEVEL: LevelSums = { ms: 0, energy: 0, aboveFloor: 0 }

export function addLevels(a: LevelSums, b: LevelSums): LevelSums {
  return { ms: a.ms + b.ms, energy: a.energy + b.energy, aboveFloor: a.aboveFloor + b.aboveFloor }
}

/** Level in dBFS and mean level above the floor in dB. */
export function meanLevels({ ms, energy, aboveFloor }: LevelSums): { readonly levelDbfs: number; readonly aboveFloorDb: number } {
  return ms > 0
    ? { levelDbfs: meanSquareToDbfs(energy / ms), aboveFloorDb: aboveFloor / ms }
    : { levelDbfs: meanSquareToDbfs(0), aboveFloorDb: 0 }
}

/** Brings the levels of frames of 32 ms onto the model's grid of 100 ms. A frame over a border counts on both sides. */
export class LevelCells {
  #cells: LevelSums[] = []
  /** How much of the next cell is filled, ms. */
  #filledMs = 0

  /** Takes the next 32 ms. */
  push(meanSquare: number, aboveFloorDb: number): void {
    for (let restMs = FRAME_MS; restMs > 0; ) {
      if (this.#filledMs === 0) this.#cells.push(NO_LEVEL)
      const ms = Math.min(restMs, VOICE_FRAME_MS - this.#filledMs)
      const last = this.#cells.length - 1
      const part = { ms, energy: meanSquare * ms, aboveFloor: aboveFloorDb * ms }
      this.#cells[last] = addLevels(this.#cells[last] ?? NO_LEVEL, part)
      this.#filledMs = (this.#filledMs + ms) % VOICE_FRAME_MS
      restMs -= ms
    }
  }

  /** Takes out the oldest 100 ms; fewer at the end of the stream. */
  take(): LevelSums {
    return this.#cells.shift() ?? NO_LEVEL
  }

  reset(): void {
    this.#cells = []
    this.#filledMs = 0
  }
}
