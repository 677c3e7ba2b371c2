import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VoiceTrend } from '../../../ui/charts/voice-trend'
import { VOICES, voiceMs } from '../../../ui/charts/voices'
import { ChartHeading } from '../../chart-heading'
import { useFormat } from '../../format/use-format'
import { type Subject, childrenCountedIn, soundsAsCounted, unsureShare } from '../today/children-counted'
import { voiceNames } from '../today/ribbon-texts'
import { periodNames } from './period-names'
import type { Step } from './period-range'
import type { ListenedPeriod } from './trend-points'
import { heardTogether, soundRates, voicesOf } from './voice-rates'
import { VoicesTable } from './voices-table'

export interface VoicesSectionProps {
  readonly step: Step
  readonly periods: readonly ListenedPeriod[]
  readonly childName: string
}

/** Who was heard and for how long in an hour of listening, period by period, as picture or as table. */
export function VoicesSection({ step, periods, childName }: VoicesSectionProps) {
  const { t, i18n } = useTranslation('language')
  const { t: speech } = useTranslation('speech')
  const format = useFormat()
  const [asTable, setAsTable] = useState(false)
  const together = heardTogether(periods)
  const subject: Subject = { counted: childrenCountedIn(together.soundMs), childName }
  const whole = soundRates(soundsAsCounted(together.soundMs, subject.counted), together.listenedMs)
  if (whole === null) return null
  const names = periodNames(i18n.language, step)
  const rows = periods.map((period) => ({
    period,
    soundMs: period.totals === null ? null : soundRates(soundsAsCounted(period.totals.soundMs, subject.counted), period.totals.listenedMs),
  }))
  const voices = voiceNames(speech, subject)
  const unsure = unsureShare(together.soundMs, subject.counted)

  function describe(index: number): string {
    const row = rows[index]
    if (row === undefined) return ''
    const period = names.full(row.period)
    const { soundMs } = row
    if (soundMs === null || row.period.totals === null) return t('pointNone', { period })
    const heard = VOICES.filter((voice) => voiceMs(soundMs, voice) >= 500)
    if (heard.length === 0) return t('voicesNone', { period })
    const each = heard.map((voice) => speech('ribbon.voiceFor', { voice: voices[voice], duration: format.duration(voiceMs(soundMs, voice)) }))
    return t('voicesAt', { period, voices: each.join(', '), listened: format.duration(row.period.totals.listenedMs) })
  }

  return (
    <section aria-labelledby="voices-title" className="flex flex-col gap-4">
      <ChartHeading id="voices-title" title={t('voicesTitle')} asTable={asTable} onToggle={setAsTable} />
      {subject.counted === 'all' && <p className="max-w-3xl text-ink-soft">{t('allChildren')}</p>}
      {unsure !== null && unsure > 0 && (
        <p className="max-w-3xl text-ink-soft">{t('unsure', { name: childName, share: format.percent(unsure) })}</p>
      )}
      {asTable ? (
        <VoicesTable rows={rows.map(({ period, soundMs }) => ({ key: period.startsOn, name: names.full(period), soundMs }))} subject={subject} />
      ) : (
        <VoiceTrend
          name={t('voicesName')}
          hint={t('voicesHint')}
          describe={describe}
          columns={rows.map(({ period, soundMs }) => ({
            key: period.startsOn,
            label: names.short(period),
            voices: soundMs === null ? null : voicesOf(soundMs),
          }))}
          whole={voicesOf(whole)}
          wholeTitle={t('voicesWhole')}
          names={voices}
          size={format.duration}
          top={(ms) => t('voicesTop', { duration: format.duration(ms) })}
        />
      )}
    </section>
  )
}
