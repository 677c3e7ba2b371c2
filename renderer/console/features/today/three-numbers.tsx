import { useTranslation } from 'react-i18next'
import type { SpeechDay } from '../../../../common/speech'
import { WeekLine } from '../../../ui/charts/week-line'
import type { Format } from '../../format/format'
import { type Subject, subjectName } from './children-counted'
import { METRICS, type Metric } from './metrics'

export interface ThreeNumbersProps {
  readonly day: SpeechDay
  readonly subject: Subject
  readonly format: Format
}

/** The day's three numbers, each with its range and its week; the first, which the page is about, is larger. */
export function ThreeNumbers({ day, subject, format }: ThreeNumbersProps) {
  return (
    <div className="grid gap-x-12 gap-y-8 sm:grid-cols-3">
      {METRICS.map((metric) => (
        <OneNumber key={metric} metric={metric} day={day} subject={subject} format={format} />
      ))}
    </div>
  )
}

function OneNumber({ metric, day, subject, format }: ThreeNumbersProps & { readonly metric: Metric }) {
  const { t } = useTranslation(['today', 'speech'])
  const { t: speech } = useTranslation('speech')
  const estimate = day.totals[metric]
  const days = day.week.map(({ localDay, totals }) =>
    totals.listenedMs > 0
      ? t('weekDay', { day: format.day(localDay, 'weekday'), value: format.about(totals[metric].value), range: format.range(totals[metric]) })
      : t('weekDayNone', { day: format.day(localDay, 'weekday') }),
  )
  return (
    <section aria-labelledby={`number-${metric}`} className="flex flex-col gap-1 border-t-2 border-line pt-4">
      <h3 id={`number-${metric}`} className="text-base font-semibold">
        {t(`metrics.${metric}`, { ns: 'speech' })}
      </h3>
      <p className="text-sm text-ink-soft">{t(`metricsMore.${metric}`, { ns: 'speech', name: subjectName(speech, subject) })}</p>
      <p className="mt-1 text-2xl font-semibold" data-part="value">
        {format.about(estimate.value)}
      </p>
      <p className="text-sm text-ink-soft">
        {t('range', { ns: 'speech', range: format.range(estimate) })}
        <br />
        {t('basedOn', { listened: format.duration(day.totals.listenedMs) })}
      </p>
      <div className="mt-3 flex flex-wrap items-end gap-x-3">
        <WeekLine
          name={t('week', { days: days.join(', ') })}
          points={day.week.map(({ totals }) => ({ value: totals[metric].value, known: totals.listenedMs > 0 }))}
        />
        <span aria-hidden className="text-sm text-ink-soft">
          {t('weekCaption')}
        </span>
      </div>
    </section>
  )
}
