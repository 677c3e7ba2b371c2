import type { SoundType } from '../../../common/listening/voice'
import type { VoiceEvidence } from './voice-evidence'

/**
 * Speaking pitch by kind of speaker, octaves relative to 200 Hz with the spread of a frame:
 * - men 128 Hz, women 215 Hz: R. Baken and R. Orlikoff, "Clinical Measurement of Speech and Voice" (2000), ch. 6;
 * - children 300 Hz: D. Sorenson, J. Commun. Disord. 22 (1989) 115–123 has 262–281 Hz at 6–10 years in the laboratory;
 *   E. Hunter, Int. J. Pediatr. Otorhinolaryngol. 73 (2009) 561–571 has 376 Hz in a five-year-old's ordinary day.
 * The adult border lies near 165 Hz, the border between women and children near 250 Hz.
 */
const PITCH = [
  { type: 'KCHI', octaves: Math.log2(300 / 200), spread: 0.3 },
  { type: 'FEM', octaves: Math.log2(215 / 200), spread: 0.2 },
  { type: 'MAL', octaves: Math.log2(128 / 200), spread: 0.28 },
] as const satisfies readonly { type: SoundType; octaves: number; spread: number }[]

export const VOICE_TYPES = PITCH.map(({ type }) => type)

/** Part of frames whose pitch says nothing (octave errors, creak). */
const OUTLIERS = 0.02

/**
 * Spectral shape: linear discriminant on the cepstral coefficients 2–4, which move with the length of the vocal tract.
 * Fitted with equal covariances on voiced frames of 20 generated scenes of recorded voices (training part only), then
 * halved, because neighbouring frames repeat each other. Rows as in {@link PITCH}; the last column is the constant.
 */
const SHAPE = [
  [0.0479, -0.0559, -0.026, -0.158],
  [0.0926, -0.0716, 0.0103, -0.195],
  [0.1324, -0.0903, 0.0409, -0.344],
] as const

/**
 * A change of speaker inside speech costs as much as several clear frames, and after a short pause the same speaker is
 * likelier to go on. Without both, one voice that wavers between two types counts as a conversation: on generated scenes
 * these values halve the error of the turn count and leave the frame scores as they are (docs/adr/0010).
 */
export const SPEAKER_CHANGE_COST = 20
export const SAME_SPEAKER_BONUS = 6
export const SAME_SPEAKER_WITHIN_MS = 1_500

/** Log-likelihood of each of {@link VOICE_TYPES}; all zero where the frame has no clear pitch. */
export function voiceScores(evidence: VoiceEvidence): readonly number[] {
  const { pitchOctaves } = evidence
  if (pitchOctaves === null) return VOICE_TYPES.map(() => 0)
  const [, , c2 = 0, c3 = 0, c4 = 0] = evidence.frame.features.shape?.mfcc ?? []
  return PITCH.map(({ octaves, spread }, index) => {
    const pitch = Math.log(OUTLIERS + Math.exp(-0.5 * ((pitchOctaves - octaves) / spread) ** 2) / spread)
    const [w2, w3, w4, constant] = SHAPE[index] ?? [0, 0, 0, 0]
    return pitch + w2 * c2 + w3 * c3 + w4 * c4 + constant
  })
}
