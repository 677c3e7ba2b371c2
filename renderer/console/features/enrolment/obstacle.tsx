import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { buttonClass, Button } from '../../../ui/button'
import { ErrorNote } from '../../../ui/error-note'
import { useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'

/** No microphone, or a listener without its model: what is missing and what to do about it. */
export function Obstacle({ kind }: { readonly kind: 'no-model' | 'no-microphone' }) {
  const { t } = useTranslation('enrolment')
  return (
    <ErrorNote tone="attention" what={t(`obstacle.${kind}.what`)} means={t(`obstacle.${kind}.means`)} todo={t(`obstacle.${kind}.todo`)}>
      {kind === 'no-microphone' && (
        <Link to="/settings" className={`${buttonClass('plain', true)} mt-2 self-start`}>
          {t('obstacle.no-microphone.action')}
        </Link>
      )}
    </ErrorNote>
  )
}

/** Somebody in the room asked that nobody listens; a parent may end that here. */
export function PausedObstacle() {
  const { t } = useTranslation('enrolment')
  const resume = useCommand('listening.resume', ['listening.status'])
  return (
    <ErrorNote tone="attention" what={t('obstacle.paused.what')} means={t('obstacle.paused.means')} todo={t('obstacle.paused.todo')}>
      {resume.isError && <CallErrorNote error={resume.error} />}
      <Button
        small
        className="mt-2 self-start"
        busy={resume.isPending}
        onClick={() => {
          resume.mutate(undefined)
        }}
      >
        {t('obstacle.paused.action')}
      </Button>
    </ErrorNote>
  )
}

/** One voice at a time: another child's is being enrolled. */
export function OtherChildObstacle({ otherName }: { readonly otherName: string }) {
  const { t } = useTranslation('enrolment')
  const cancel = useCommand('enrolment.cancel', ['enrolment.overview'])
  return (
    <ErrorNote
      tone="attention"
      what={t('obstacle.other-child.what', { other: otherName })}
      means={t('obstacle.other-child.means')}
      todo={t('obstacle.other-child.todo')}
    >
      {cancel.isError && <CallErrorNote error={cancel.error} />}
      <Button
        small
        className="mt-2 self-start"
        busy={cancel.isPending}
        onClick={() => {
          cancel.mutate(undefined)
        }}
      >
        {t('obstacle.other-child.action', { other: otherName })}
      </Button>
    </ErrorNote>
  )
}
