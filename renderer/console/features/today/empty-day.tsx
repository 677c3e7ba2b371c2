import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ListeningStatus } from '../../../../common/speech'
import { Button, buttonClass } from '../../../ui/button'
import { EmptyState } from '../../../ui/empty-state'
import { useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { nestState } from '../../shell/nest-words'
import { NestOnBranch } from './drawings'
import { HowCounted } from './how-counted'
import { ListeningLine } from './listening-line'
import { pageFor, situationOf } from './situation'

export function NoChildYet() {
  const { t } = useTranslation('today')
  return (
    <EmptyState
      drawing={<NestOnBranch state="empty" />}
      sentence={t('empty.noChildren')}
      action={
        <Link to="/children" className={buttonClass('primary')}>
          {t('empty.noChildrenAction')}
        </Link>
      }
    />
  )
}

export function EmptyPastDay({ day, onBack }: { readonly day: string; readonly onBack: () => void }) {
  const { t } = useTranslation('today')
  return (
    <EmptyState
      drawing={<NestOnBranch state="empty" />}
      sentence={t('empty.past', { day })}
      action={<Button onClick={onBack}>{t('empty.pastAction')}</Button>}
    />
  )
}

interface EmptyTodayProps {
  readonly status: ListeningStatus
  readonly childId: string
  readonly childName: string
}

/** Today without a number yet: why, and the one thing to do about it. */
export function EmptyToday({ status, childId, childName }: EmptyTodayProps) {
  const { t } = useTranslation('today')
  const resume = useCommand('listening.resume', ['listening.status'])
  const situation = situationOf(status, childId)
  const page = pageFor(situation)
  const drawing = <NestOnBranch state={situation === 'other-child' ? 'empty' : nestState(status)} />
  if (page !== null) {
    return (
      <EmptyState
        drawing={drawing}
        sentence={t(`empty.${situation}`, { name: childName })}
        action={
          <Link to={page} className={buttonClass('primary')}>
            {t(`empty.${situation}Action`)}
          </Link>
        }
      />
    )
  }
  if (situation === 'paused') {
    return (
      <>
        <EmptyState
          drawing={drawing}
          sentence={t('empty.paused')}
          action={
            <Button
              kind="primary"
              busy={resume.isPending}
              onClick={() => {
                resume.mutate(undefined)
              }}
            >
              {t('empty.pausedAction')}
            </Button>
          }
        />
        {resume.isError && <CallErrorNote error={resume.error} />}
      </>
    )
  }
  return (
    <>
      <ListeningLine status={status} childId={childId} />
      <EmptyState drawing={drawing} sentence={t('empty.waiting')} action={<HowCounted label={t('empty.waitingAction')} isFallback={status.typer === 'acoustic-baseline'} />} />
    </>
  )
}
