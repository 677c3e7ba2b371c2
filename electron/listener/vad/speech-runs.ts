import { FRAME_MS } from '../audio-format'

/**
 * Hysteresis from speech evidence to stretches of speech, as in Silero's own post-processing (threshold, lower threshold,
 * shortest speech, shortest silence). The values are the best of a small grid on development scenes (docs/adr/0010).
 */
export const SPEECH_ON = 0.4
export const SPEECH_OFF = 0.25
export const MIN_SPEECH_FRAMES = Math.round(192 / FRAME_MS)
export const MIN_PAUSE_FRAMES = Math.round(256 / FRAME_MS)
/** Longer speech is cut where the evidence is weakest, so that nothing waits longer than this to be counted: 6.4 s. */
export const MAX_SPEECH_FRAMES = 200
/** Time without speech is passed on in stretches of about half a second. */
export const MAX_OTHER_FRAMES = 16

/** So many frames in a row are speech, or are not. */
export interface SpeechRun {
  readonly speech: boolean
  readonly frames: number
}

/** Streaming run-length segmenter. The runs it gives follow each other and cover every frame pushed. */
export class SpeechRuns {
  /** Evidence of the frames not given out yet; the last `#tail` of them may turn out to be of the other kind. */
  #evidence: number[] = []
  #speech = false
  #tail = 0
  #raw = false

  /** @param evidence how sure it is that this frame holds speech, 0 to 1 */
  push(evidence: number): readonly SpeechRun[] {
    this.#raw = this.#raw ? evidence >= SPEECH_OFF : evidence >= SPEECH_ON
    this.#evidence.push(evidence)
    this.#tail = this.#raw === this.#speech ? 0 : this.#tail + 1
    if (this.#tail >= (this.#speech ? MIN_PAUSE_FRAMES : MIN_SPEECH_FRAMES)) return this.#turnOver()
    return this.#cutIfLong()
  }

  /** Gives out what is left and starts anew. */
  flush(): readonly SpeechRun[] {
    const frames = this.#evidence.length
    const run = { speech: this.#speech, frames }
    this.#evidence = []
    this.#speech = this.#raw = false
    this.#tail = 0
    return frames > 0 ? [run] : []
  }

  #turnOver(): readonly SpeechRun[] {
    const frames = this.#evidence.length - this.#tail
    const run = { speech: this.#speech, frames }
    this.#evidence = this.#evidence.slice(frames)
    this.#speech = !this.#speech
    this.#tail = 0
    return frames > 0 ? [run] : []
  }

  #cutIfLong(): readonly SpeechRun[] {
    const settled = this.#evidence.length - this.#tail
    if (settled < (this.#speech ? MAX_SPEECH_FRAMES : MAX_OTHER_FRAMES)) return []
    const frames = this.#speech ? this.#weakestPlace(settled) : settled
    this.#evidence = this.#evidence.slice(frames)
    return [{ speech: this.#speech, frames }]
  }

  /** The frame with the weakest evidence in the second half of the first `length` frames. */
  #weakestPlace(length: number): number {
    const half = Math.floor(length / 2)
    return this.#evidence
      .slice(half, length)
      .reduce((best, value, index) => (value < (this.#evidence[best] ?? 1) ? half + index : best), half)
  }
}
