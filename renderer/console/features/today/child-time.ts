import type { SoundMs } from '../../../../common/listening/metrics'

/** What a child's voice can do, in the order of the charts. */
export const CHILD_SOUNDS = ['speech', 'cry', 'laugh'] as const
export type ChildSound = (typeof CHILD_SOUNDS)[number]

const TYPES = { speech: 'KCHI', cry: 'CRY', laugh: 'LAU' } as const satisfies Record<ChildSound, keyof SoundMs>

/** Under this much of the child's voice its shares would only look exact. */
const LEAST_MS = 10_000

export interface ChildTime {
  readonly ms: number
  readonly share: number
}

/**
 * How the child's time divides into speech-like sounds, crying and laughing ("affect"): milliseconds and share of the
 * three together, 0 to 1. Null when the child was hardly heard. Takes the sounds as counted.
 */
export function childTime(soundMs: SoundMs): Readonly<Record<ChildSound, ChildTime>> | null {
  const total = CHILD_SOUNDS.reduce((sum, sound) => sum + soundMs[TYPES[sound]], 0)
  if (total < LEAST_MS) return null
  const part = (sound: ChildSound): ChildTime => ({ ms: soundMs[TYPES[sound]], share: soundMs[TYPES[sound]] / total })
  return { speech: part('speech'), cry: part('cry'), laugh: part('laugh') }
}
