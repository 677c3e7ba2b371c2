import type { SoundMs } from '../../../../common/listening/metrics'
import type { SoundType } from '../../../../common/listening/voice'

export const SHARES = ['talk', 'electronic', 'noise', 'silence'] as const
export type Share = (typeof SHARES)[number]

const PARTS: Readonly<Record<Share, readonly SoundType[]>> = {
  talk: ['KCHI', 'OCH', 'CHI', 'FEM', 'MAL', 'OLN', 'CRY', 'LAU'],
  electronic: ['ELE'],
  noise: ['NOI'],
  silence: ['SIL'],
}

/** How the time listened divides, each 0 to 1, together 1; null when nothing was listened to. */
export function soundShares(soundMs: SoundMs): Readonly<Record<Share, number>> | null {
  const total = Object.values(soundMs).reduce((sum, ms) => sum + ms, 0)
  if (total <= 0) return null
  const share = (name: Share) => PARTS[name].reduce((sum, type) => sum + soundMs[type], 0) / total
  return { talk: share('talk'), electronic: share('electronic'), noise: share('noise'), silence: share('silence') }
}
