import type { ListeningStatus } from '../../../../common/speech'
import type { EnrolledVoice, EnrolmentRun } from '../../../../common/voice-enrolment'

export interface Facts {
  readonly childId: string
  /** How many children live in this household, archived ones left out. */
  readonly children: number
  readonly hasModel: boolean
  /** Null until the computer said which microphones there are. */
  readonly microphones: number | null
  readonly listening: ListeningStatus['state']
  readonly consentStands: boolean
  readonly voice: EnrolledVoice | null
  readonly run: EnrolmentRun
}

/** What the page offers now. */
export type Situation =
  | 'only-child'
  | 'consent'
  | 'running'
  | 'other-child'
  | 'no-model'
  | 'no-microphone'
  | 'paused'
  | 'ready'

/** One thing at a time: what is under way, then what stands in the way, then what can be done. */
export function situationOf({ childId, children, hasModel, microphones, listening, consentStands, voice, run }: Facts): Situation {
  if (run.state === 'running') return run.childId === childId ? 'running' : 'other-child'
  if (children < 2 && voice === null && !consentStands) return 'only-child'
  if (!consentStands) return 'consent'
  if (!hasModel) return 'no-model'
  if (microphones === 0) return 'no-microphone'
  if (listening === 'paused') return 'paused'
  return 'ready'
}
