import type { ListeningStatus } from '../../../../common/speech'
import { type NestWord, nestPage, nestWord } from '../../shell/nest-words'

/** What listening means for the child whose page is open. */
export type Situation = NestWord | 'other-child'

export function situationOf(status: ListeningStatus, childId: string): Situation {
  // Listening that waits for something says so first, whomever it is for.
  const word = nestWord(status)
  if (word === 'no-child' || word === 'locked' || status.childId === null || status.childId === childId) return word
  return 'other-child'
}

/** The page on which a parent can change the situation; null when there is none. */
export function pageFor(situation: Situation): '/children' | '/settings' | null {
  return situation === 'other-child' ? '/children' : nestPage(situation)
}
