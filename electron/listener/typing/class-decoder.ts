import { VOICE_FRAME_MS } from './voice-classes'

/** How probabilities become "heard" or "not heard", for one class. */
export interface ClassDecoding {
  /** Heard from this probability on … */
  readonly on: number
  /** … until it falls below this one; at most `on`. */
  readonly off: number
  /** Probabilities are averaged over so many frames around each; even numbers are taken as the next odd one. */
  readonly smoothFrames: number
  /** What is heard for less than this is dropped, ms; … */
  readonly shortestMs: number
  /** … after pauses shorter than this have been filled, ms. */
  readonly fillMs: number
}

/**
 * Decides for one class, frame by frame: smoothing, hysteresis, filling of short pauses, dropping of short sounds. It holds
 * frames back only until their fate is certain: half the smoothing, the shortest sound and the longest filled pause at most.
 */
export class ClassDecoder {
  readonly #decoding: ClassDecoding
  readonly #shortestFrames: number
  readonly #fillFrames: number
  /** Probabilities that smoothing still needs, and how many of them have been smoothed. */
  #window: number[] = []
  #smoothed = 0
  #raw = false
  /** Whether frames given out last are heard. Pending frames: a sound that may be too short, then a pause that may be filled. */
  #heard = false
  #soundFrames = 0
  #pauseFrames = 0

  constructor(decoding: ClassDecoding) {
    this.#decoding = decoding
    this.#shortestFrames = Math.round(decoding.shortestMs / VOICE_FRAME_MS)
    this.#fillFrames = Math.max(1, Math.round(decoding.fillMs / VOICE_FRAME_MS))
  }

  /** @returns the frames decided now, in order */
  push(probability: number): readonly boolean[] {
    this.#window.push(probability)
    return this.#window.length - this.#smoothed > this.#reach ? this.#decide(this.#nextSmooth()) : []
  }

  /** Decides what is held back, as if silence followed, and starts anew. */
  flush(): readonly boolean[] {
    const decided: boolean[] = []
    while (this.#smoothed < this.#window.length) decided.push(...this.#decide(this.#nextSmooth()))
    decided.push(...this.#giveOut(this.#soundFrames, this.#heard), ...this.#giveOut(this.#pauseFrames, false))
    this.#window = []
    this.#smoothed = this.#soundFrames = this.#pauseFrames = 0
    this.#raw = this.#heard = false
    return decided
  }

  /** Frames looked at before and after each. */
  get #reach(): number {
    return Math.floor(this.#decoding.smoothFrames / 2)
  }

  #nextSmooth(): number {
    const around = this.#window.slice(Math.max(0, this.#smoothed - this.#reach), this.#smoothed + this.#reach + 1)
    if (this.#smoothed === this.#reach) this.#window.shift()
    else this.#smoothed++
    return around.reduce((sum, value) => sum + value, 0) / around.length
  }

  #decide(probability: number): readonly boolean[] {
    this.#raw = probability >= (this.#raw ? this.#decoding.off : this.#decoding.on)
    if (!this.#raw) return this.#pause()
    this.#soundFrames += this.#pauseFrames + 1
    this.#pauseFrames = 0
    if (!this.#heard && this.#soundFrames < this.#shortestFrames) return []
    this.#heard = true
    return this.#takeSound(true)
  }

  #pause(): readonly boolean[] {
    if (!this.#heard && this.#soundFrames === 0) return [false]
    this.#pauseFrames++
    if (this.#pauseFrames < this.#fillFrames) return []
    const sound = this.#takeSound(this.#heard)
    const pause = this.#giveOut(this.#pauseFrames, false)
    this.#heard = false
    this.#pauseFrames = 0
    return [...sound, ...pause]
  }

  #takeSound(heard: boolean): readonly boolean[] {
    const sound = this.#giveOut(this.#soundFrames, heard)
    this.#soundFrames = 0
    return sound
  }

  #giveOut(frames: number, heard: boolean): readonly boolean[] {
    return new Array<boolean>(frames).fill(heard)
  }
}
