import type { TFunction } from 'i18next'
import { Trans, useTranslation } from 'react-i18next'
import type { SpeechTotals } from '../../../../common/listening/metrics'
import type { Format } from '../../format/format'
import { type Subject, subjectName } from './children-counted'
import { daySentence, pluralOf } from './day-sentence'

export interface DaySummaryProps {
  readonly totals: SpeechTotals
  readonly subject: Subject
  /** Null for today, else the day in words. */
  readonly day: string | null
  readonly format: Format
}

/** The day's answer in a sentence; the number stands out. */
export function DaySummary({ totals, subject, day, format }: DaySummaryProps) {
  const { t } = useTranslation('today')
  const { t: speech } = useTranslation('speech')
  const kind = daySentence(totals)
  return (
    <Trans
      t={t}
      i18nKey={`sentence.${day === null ? 'today' : 'past'}.${kind}`}
      count={pluralOf(totals.adultWords.value)}
      values={{
        words: format.about(totals.adultWords.value),
        name: subjectName(speech, subject),
        listened: format.duration(totals.listenedMs),
        day: day ?? '',
      }}
      components={{ strong: <strong className="font-semibold text-accent print:text-inherit" /> }}
    />
  )
}

/** The range behind the sentence, and how much could not be heard. */
export function summaryRange(t: TFunction<'today'>, format: Format, totals: SpeechTotals): string {
  const range = daySentence(totals) === 'full' ? [t('sentenceRange', { range: format.range(totals.adultWords) })] : []
  const missed = totals.gapMs >= 60_000 ? [t('missed', { gap: format.duration(totals.gapMs) })] : []
  return [...range, ...missed].join(' ')
}
