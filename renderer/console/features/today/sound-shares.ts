import type { SoundMs } from '../../../../common/listening/metrics'
import type { SoundType } from '../../../../common/listening/voice'

/** What the time listened was made of; the first four are talk. */
export const SHARES = ['children', 'women', 'men', 'overlap', 'electronic', 'noise', 'silence'] as const
export type Share = (typeof SHARES)[number]

const PARTS: Readonly<Record<Share, readonly SoundType[]>> = {
  children: ['KCHI', 'OCH', 'CHI', 'CRY', 'LAU'],
  women: ['FEM'],
  men: ['MAL'],
  overlap: ['OLN'],
  electronic: ['ELE'],
  noise: ['NOI'],
  silence: ['SIL'],
}

export function shareMs(soundMs: SoundMs, share: Share): number {
  return PARTS[share].reduce((sum, type) => sum + soundMs[type], 0)
}

/** How the time listened divides, each 0 to 1, together 1; null when nothing was listened to. */
export function soundShares(soundMs: SoundMs): Readonly<Record<Share, number>> | null {
  const total = Object.values(soundMs).reduce((sum, ms) => sum + ms, 0)
  if (total <= 0) return null
  const part = (share: Share) => shareMs(soundMs, share) / total
  return {
    children: part('children'),
    women: part('women'),
    men: part('men'),
    overlap: part('overlap'),
    electronic: part('electronic'),
    noise: part('noise'),
    silence: part('silence'),
  }
}

/** The part in which somebody's voice was heard. */
export function talkShare({ children, women, men, overlap }: Readonly<Record<Share, number>>): number {
  return children + women + men + overlap
}
