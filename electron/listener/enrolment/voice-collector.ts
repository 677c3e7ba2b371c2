import { EMBEDDING_LENGTH } from '../../../common/listening/child-policy'
import { VOICE_FRAME_SECONDS, type EnrolmentFrame } from './voice-embedder'

/** A frame counts where the child is clearly heard and nobody else is. */
const CHILD_AT_LEAST = 0.6
const OTHERS_BELOW = 0.3
/** The voice is compared with itself in pieces of so many frames: five seconds. */
const PIECE_FRAMES = 50

/** Whether the child is clearly the only voice in a frame. */
export function isChildAlone({ childProbability, adultProbability, electronicProbability }: EnrolmentFrame): boolean {
  return childProbability >= CHILD_AT_LEAST && adultProbability < OTHERS_BELOW && electronicProbability < OTHERS_BELOW
}

/** Adds up a child's voice. Holds sums of numbers, no sound; {@link clear} overwrites them. */
export class VoiceCollector {
  readonly #sum = new Float64Array(EMBEDDING_LENGTH)
  readonly #pieces: Float64Array[] = []
  #frames = 0

  /** How much of the child's voice was heard alone. */
  get seconds(): number {
    return this.#frames * VOICE_FRAME_SECONDS
  }

  add(frame: EnrolmentFrame): void {
    if (!isChildAlone(frame) || !frame.embedding.every(Number.isFinite)) return
    const piece = this.#currentPiece()
    for (const [index, value] of frame.embedding.entries()) {
      this.#sum[index] = (this.#sum[index] ?? 0) + value
      piece[index] = (piece[index] ?? 0) + value
    }
    this.#frames++
  }

  /**
   * The voice: the mean of its frames, of length 1; and how steady it was: the mean cosine of the pieces to the whole.
   * Steadiness is -1 when every number is zero, as nothing can be told then.
   */
  result(): { readonly embedding: Float32Array<ArrayBuffer>; readonly steadiness: number } {
    const length = Math.hypot(...this.#sum)
    const embedding = Float32Array.from(this.#sum, (value) => (length > 0 ? value / length : 0))
    if (length === 0) return { embedding, steadiness: -1 }
    const cosines = this.#pieces.map((piece) => cosine(piece, this.#sum))
    const mean = cosines.reduce((sum, value) => sum + value, 0) / cosines.length
    return { embedding, steadiness: Math.min(1, Math.max(-1, mean)) }
  }

  /** Overwrites everything with zeros. */
  clear(): void {
    for (const numbers of [this.#sum, ...this.#pieces]) numbers.fill(0)
    this.#pieces.length = 0
    this.#frames = 0
  }

  #currentPiece(): Float64Array {
    const last = this.#pieces.at(-1)
    if (last !== undefined && this.#frames % PIECE_FRAMES !== 0) return last
    const next = new Float64Array(EMBEDDING_LENGTH)
    this.#pieces.push(next)
    return next
  }
}

function cosine(a: Float64Array, b: Float64Array): number {
  const product = a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
  const lengths = Math.hypot(...a) * Math.hypot(...b)
  return lengths > 0 ? product / lengths : 0
}
