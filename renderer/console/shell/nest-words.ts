import type { ListeningStatus } from '../../../common/speech'
import type { NestState } from '../../ui/nest-icon'

export type NestWord = 'starting' | 'listening' | 'off' | NonNullable<ListeningStatus['reason']>

/** The key of the words that say what the microphone does now, and why. */
export function nestWord({ state, reason }: ListeningStatus): NestWord {
  if (state === 'listening' || state === 'starting') return state
  if (state === 'paused') return 'paused'
  return reason ?? (state === 'lost' ? 'microphone-lost' : 'off')
}

/** The nest's drawing: open only while sound is analysed. */
export function nestState({ state }: ListeningStatus): NestState {
  switch (state) {
    case 'listening':
      return 'open'
    case 'paused':
    case 'starting':
      return 'half'
    case 'off':
    case 'lost':
      return 'empty'
  }
}

/** Where a parent can do something about it; null when there is nothing to do or it is done here. */
export function nestPage(word: NestWord): '/children' | '/settings' | null {
  switch (word) {
    case 'no-child':
    case 'no-consent':
      return '/children'
    case 'outside-hours':
    case 'microphone-lost':
      return '/settings'
    case 'starting':
    case 'listening':
    case 'off':
    case 'locked':
    case 'paused':
    case 'listener-crashed':
      return null
  }
}
