import { SAMPLE_RATE } from '../audio-format'

/** What the trained model tells apart, in the order of its outputs. Several may be heard at once. */
export const VOICE_CLASSES = ['CHI', 'FEM', 'MAL', 'ELE', 'CRY', 'LAU'] as const
export type VoiceClass = (typeof VOICE_CLASSES)[number]

/** The model's frames: 100 ms, counted from the start of the stream. */
export const VOICE_FRAME_MS = 100
export const VOICE_FRAME_SAMPLES = (VOICE_FRAME_MS * SAMPLE_RATE) / 1000

/** What the model says of 100 ms of sound. */
export interface VoiceFrame {
  /** One for each of {@link VOICE_CLASSES}, 0 to 1, independent of each other. */
  readonly probabilities: Float32Array
  /** Adult speech in the model's own unit, words of English; `syllablesFactor` of the decoding makes syllables of it. */
  readonly syllables: number
  /** Where a child speaks: the probability that it is eight or older. */
  readonly older: number
  /** The voice as numbers; means something only where a voice is heard, added up over its frames. */
  readonly embedding: Float32Array
}

/** A frame that the model need not look at: nothing is heard. Shared, so nobody may write to it. */
export const QUIET_FRAME: VoiceFrame = {
  probabilities: new Float32Array(VOICE_CLASSES.length),
  syllables: 0,
  older: 0,
  embedding: new Float32Array(0),
}
