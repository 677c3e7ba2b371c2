import type { ChildPolicy } from '../../../common/listening/child-policy'

export type ChildType = 'KCHI' | 'OCH' | 'CHI'

/*
 * Chosen on children whom the model never heard (development split: seven voices, 46 clips; see
 * models/voice-types/MODEL_CARD.md); cosines of embeddings of length 1.
 */
/** The key child's voice must be nearer, or farther, than the others by this much to be told from them. */
export const UNSURE_BAND = 0.05
/** Where no other child is enrolled: voices nearer than this to the key child's are taken for the key child's. */
export const SAME_VOICE_COSINE = 0.85
/** From this mean probability on a child sounds eight or older. */
export const OLDER_FROM = 0.8
/** Voices heard for less than this are not told apart, ms. */
export const SHORTEST_TOLD_MS = 500

/** A child's voice in a stretch of sound. */
export interface ChildVoice {
  /** Sum or mean of the embeddings over the stretch's frames. */
  readonly embedding: Float32Array
  /** Mean over the stretch's frames of the probability that the child is eight or older. */
  readonly older: number
}

/** Cosine of the angle between two vectors; 0 when one of them has no length. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let product = 0
  let squareA = 0
  let squareB = 0
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0]
    product += x * y
    squareA += x * x
    squareB += y * y
  }
  const length = Math.sqrt(squareA * squareB)
  return length > 0 ? product / length : 0
}

/**
 * Which child speaks in a stretch.
 * @param heardMs how long the stretch is
 */
export function childTypeOf(policy: ChildPolicy, voice: ChildVoice, heardMs: number): ChildType {
  if (policy.kind === 'only-child') return policy.olderApart && voice.older >= OLDER_FROM ? 'OCH' : 'KCHI'
  if (policy.kind === 'children' || heardMs < SHORTEST_TOLD_MS) return 'CHI'
  const others = policy.others.map((other) => cosine(voice.embedding, other))
  const nearer = cosine(voice.embedding, policy.key) - (others.length > 0 ? Math.max(...others) : SAME_VOICE_COSINE)
  if (nearer >= UNSURE_BAND) return 'KCHI'
  return nearer <= -UNSURE_BAND ? 'OCH' : 'CHI'
}

/** Overwrites enrolled voices with zeros. The policy is of no use after that. */
export function forgetVoices(policy: ChildPolicy): void {
  if (policy.kind !== 'enrolled') return
  policy.key.fill(0)
  for (const other of policy.others) other.fill(0)
}
