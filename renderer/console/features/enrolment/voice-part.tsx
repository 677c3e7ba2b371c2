import { Mic } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Child } from '../../../../common/household'
import { ENROLMENT_SECONDS, type EnrolledVoice, type EnrolmentRun } from '../../../../common/voice-enrolment'
import { Button } from '../../../ui/button'
import { ErrorNote } from '../../../ui/error-note'
import { useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useFormat } from '../../format/use-format'
import { useMayChange } from '../../use-adult'
import { EraseVoice } from './erase-voice'
import { Enrolled } from './enrolled'
import { Obstacle, OtherChildObstacle, PausedObstacle } from './obstacle'
import { Running } from './running'
import type { Situation } from './situation'

const TIPS = ['near', 'alone', 'talk'] as const

export interface VoicePartProps {
  readonly child: Child
  readonly children: readonly Child[]
  readonly situation: Exclude<Situation, 'consent' | 'only-child'>
  readonly voice: EnrolledVoice | null
  readonly run: EnrolmentRun
}

/** The voice itself: not enrolled yet, being enrolled, or known. */
export function VoicePart({ child, children, situation, voice, run }: VoicePartProps) {
  const { t } = useTranslation('enrolment')
  const mayChange = useMayChange()
  if (run.state === 'running' && situation === 'running') return <Running child={child} run={run} />
  return (
    <div className="flex flex-col gap-6">
      {run.state === 'failed' && run.childId === child.id && <Failed child={child} run={run} />}
      {voice === null ? <Tips child={child} /> : <Enrolled child={child} voice={voice} children={children} />}
      {(situation === 'no-model' || situation === 'no-microphone') && <Obstacle kind={situation} />}
      {situation === 'paused' && mayChange && <PausedObstacle />}
      {situation === 'other-child' && run.state === 'running' && (
        <OtherChildObstacle otherName={children.find(({ id }) => id === run.childId)?.name ?? ''} />
      )}
      {mayChange ? (
        <div className="flex flex-wrap gap-3">
          {situation === 'ready' && <Start child={child} isAgain={voice !== null} />}
          {voice !== null && <EraseVoice child={child} />}
        </div>
      ) : (
        <p className="text-ink-soft">{t('consent.parentsOnly')}</p>
      )}
    </div>
  )
}

function Start({ child, isAgain }: { readonly child: Child; readonly isAgain: boolean }) {
  const { t } = useTranslation('enrolment')
  const start = useCommand('enrolment.start', ['enrolment.overview'])
  return (
    <>
      <Button
        kind={isAgain ? 'plain' : 'primary'}
        busy={start.isPending}
        onClick={() => {
          start.mutate({ childId: child.id })
        }}
      >
        <Mic aria-hidden size={18} />
        {t(isAgain ? 'startAgain' : 'start')}
      </Button>
      {start.isError && <CallErrorNote error={start.error} />}
    </>
  )
}

function Tips({ child }: { readonly child: Child }) {
  const { t } = useTranslation('enrolment')
  return (
    <div className="flex max-w-2xl flex-col gap-3">
      <p>{t('tips.intro', { count: ENROLMENT_SECONDS, name: child.name })}</p>
      <ul className="flex list-disc flex-col gap-1.5 ps-5 marker:text-accent">
        {TIPS.map((tip) => (
          <li key={tip}>{t(`tips.${tip}`, { name: child.name })}</li>
        ))}
      </ul>
    </div>
  )
}

function Failed({ child, run }: { readonly child: Child; readonly run: Extract<EnrolmentRun, { state: 'failed' }> }) {
  const { t } = useTranslation('enrolment')
  const format = useFormat()
  const values = { name: child.name, seconds: format.number(Math.floor(run.heardSeconds)), wanted: format.number(ENROLMENT_SECONDS) }
  return (
    <ErrorNote
      tone="attention"
      what={t(`failed.${run.reason}.what`, values)}
      means={t(`failed.${run.reason}.means`, values)}
      todo={t(`failed.${run.reason}.todo`, values)}
    />
  )
}
