/**
 * What a stretch of sound can be. Names follow the field (LENA, ACLEW):
 * KCHI key child's speech-like sounds, OCH other child, CHI a child (which one is not known), FEM female adult, MAL male adult,
 * OLN overlap of several voices, ELE electronic (TV, radio, toy), CRY and LAU the key child's
 * crying and laughing, NOI noise, SIL silence.
 */
export const SOUND_TYPES = ['KCHI', 'OCH', 'CHI', 'FEM', 'MAL', 'OLN', 'ELE', 'CRY', 'LAU', 'NOI', 'SIL'] as const
export type SoundType = (typeof SOUND_TYPES)[number]

export function isAdult(type: SoundType): boolean {
  return type === 'FEM' || type === 'MAL'
}

/** Whether an adult speaks in the stretch, alone or together with others. */
export function hearsAdult(segment: Segment): boolean {
  return segment.heard.some(isAdult)
}

/** A labelled stretch of sound. Times are milliseconds since the start of the analysed stream. */
export interface Segment {
  readonly type: SoundType
  /**
   * Everything heard in the stretch, in the order of {@link SOUND_TYPES}, each once: FEM and KCHI in an overlap (OLN), FEM and
   * ELE for a woman before a running television, nothing in silence.
   */
  readonly heard: readonly SoundType[]
  readonly startMs: number
  readonly endMs: number
  /** Mean level, dB relative to full scale. */
  readonly levelDbfs: number
}

/** What is heard in a stretch with one source of sound. */
export function heardAlone(type: SoundType): readonly SoundType[] {
  return type === 'SIL' ? [] : [type]
}

/** Whether two stretches are alike, so that neighbours can be one. */
export function soundsLike(a: Segment, b: Segment): boolean {
  return a.type === b.type && a.heard.length === b.heard.length && a.heard.every((type, index) => type === b.heard[index])
}
