import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Child } from '../../../../common/household'
import type { EnrolledVoice } from '../../../../common/voice-enrolment'
import { ErrorNote } from '../../../ui/error-note'
import { useFormat } from '../../format/use-format'

export interface EnrolledProps {
  readonly child: Child
  readonly voice: EnrolledVoice
  /** Who else lives here, for the name of one whose voice is alike. */
  readonly children: readonly Child[]
}

/** Since when the voice is known, and how well, in words. */
export function Enrolled({ child, voice, children }: EnrolledProps) {
  const { t } = useTranslation('enrolment')
  const format = useFormat()
  const alike = children.find(({ id }) => id === voice.resemblesChildId)
  const facts = { date: format.date(voice.enrolledAt), seconds: format.number(voice.seconds) }
  return (
    <div className="flex flex-col gap-4">
      <p className="flex gap-3 text-lg" data-part="enrolled">
        <CircleCheck aria-hidden size={24} className="mt-0.5 shrink-0 text-accent" />
        {t('enrolled.since', facts)}
      </p>
      {voice.isCurrent ? (
        <p className="max-w-2xl">{t(`enrolled.quality.${voice.quality}`, { name: child.name })}</p>
      ) : (
        <ErrorNote tone="attention" what={t('enrolled.outdated.what')} means={t('enrolled.outdated.means')} todo={t('enrolled.outdated.todo')} />
      )}
      {alike !== undefined && (
        <ErrorNote
          tone="attention"
          what={t('enrolled.alike.what', { name: child.name, other: alike.name })}
          means={t('enrolled.alike.means')}
          todo={t('enrolled.alike.todo')}
        />
      )}
    </div>
  )
}
