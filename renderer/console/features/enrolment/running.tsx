import { Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Child } from '../../../../common/household'
import { ENROLMENT_LIMIT_SECONDS, type EnrolmentRun } from '../../../../common/voice-enrolment'
import { Button } from '../../../ui/button'
import { LevelMeter } from '../../../ui/level-meter'
import { useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useFormat } from '../../format/use-format'
import { VoiceRing } from './voice-ring'

export interface RunningProps {
  readonly child: Child
  readonly run: Extract<EnrolmentRun, { state: 'running' }>
}

/** The child's voice as it is heard: how much there is, how loud it is, what stands in the way, and a way out. */
export function Running({ child, run }: RunningProps) {
  const { t } = useTranslation('enrolment')
  const format = useFormat()
  const cancel = useCommand('enrolment.cancel')
  const leftMs = Math.max(0, ENROLMENT_LIMIT_SECONDS - run.elapsedSeconds) * 1000
  const says = run.isOpen ? (run.hint ?? (run.heardSeconds > 0 ? 'hearing' : 'waiting')) : 'opening'
  return (
    <div className="flex flex-wrap items-center gap-x-10 gap-y-6">
      <VoiceRing animal={child.animal} heardSeconds={run.heardSeconds} />
      <div className="flex min-w-64 grow basis-0 flex-col gap-5">
        <p role="status" data-part="hint" className="text-lg">
          {t(`says.${says}`, { name: child.name })}
        </p>
        <LevelMeter
          label={t('level')}
          levelDbfs={run.levelDbfs}
          words={t('timeLeft', { time: format.duration(Math.ceil(leftMs / 10_000) * 10_000) })}
        />
        {cancel.isError && <CallErrorNote error={cancel.error} />}
        <div>
          <Button
            busy={cancel.isPending}
            onClick={() => {
              cancel.mutate(undefined)
            }}
          >
            <Square aria-hidden size={18} />
            {t('cancel')}
          </Button>
        </div>
      </div>
    </div>
  )
}
