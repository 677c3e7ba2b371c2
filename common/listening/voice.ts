/**
 * What a stretch of sound can be. Names follow the field (LENA, ACLEW):
 * KCHI key child's speech-like sounds, OCH other child, FEM female adult, MAL male adult,
 * OLN overlap of several voices, ELE electronic (TV, radio, toy), CRY and LAU the key child's
 * crying and laughing, NOI noise, SIL silence.
 */
export const SOUND_TYPES = ['KCHI', 'OCH', 'FEM', 'MAL', 'OLN', 'ELE', 'CRY', 'LAU', 'NOI', 'SIL'] as const
export type SoundType = (typeof SOUND_TYPES)[number]

export function isAdult(type: SoundType): boolean {
  return type === 'FEM' || type === 'MAL'
}

/** A labelled stretch of sound. Times are milliseconds since the start of the analysed stream. */
export interface Segment {
  readonly type: SoundType
  readonly startMs: number
  readonly endMs: number
  /** Mean level, dB relative to full scale. */
  readonly levelDbfs: number
}
