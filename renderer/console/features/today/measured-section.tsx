import { useTranslation } from 'react-i18next'
import type { Format } from '../../format/format'
import { type MeasuredAccuracy, biasWord, measuredCounting, measuredVoices } from './measured-accuracy'
import { MeasuredCounts, MeasuredVoices } from './measured-tables'

export interface MeasuredSectionProps {
  readonly measured: MeasuredAccuracy
  /** The figures are the simple method's, which counts in place of the model. */
  readonly isFallback: boolean
  readonly format: Format
}

/** How well it was measured to hear, in plain words first, then as figures. */
export function MeasuredSection({ measured, isFallback, format }: MeasuredSectionProps) {
  const { t } = useTranslation('today-how')
  const { t: speech } = useTranslation('speech')
  return (
    <section aria-labelledby="how-measured" className="flex flex-col gap-3">
      <h3 id="how-measured" className="font-semibold">
        {t('title')}
      </h3>
      {isFallback && <p>{t('simple')}</p>}
      <p>
        {t('tried', { scenes: format.number(measured.scenes), length: format.duration(measured.seconds * 1000) })} {t('toddlers')}
      </p>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {measuredVoices(measured.used).map(({ voice, found, right }) => (
          <li key={voice}>{t(`finds.${voice}`, { found: format.number(found), right: format.number(right) })}</li>
        ))}
      </ul>
      <MeasuredVoices measured={measured} format={format} />
      <dl className="flex flex-col gap-2">
        {measuredCounting(measured.used).map(({ count, medianRelativeError, bias, follows, heldOfTen }) => (
          <div key={count}>
            <dt className="font-semibold">{speech(`metrics.${count}`)}</dt>
            <dd className="text-ink-soft">
              {t('off', { error: format.percent(medianRelativeError) })}{' '}
              {t(`bias.${biasWord(bias)}`, { bias: format.percent(Math.abs(bias)) })} {t(`follows.${follows}`)}{' '}
              {heldOfTen !== null && t('held', { tenths: heldOfTen })}
            </dd>
          </div>
        ))}
      </dl>
      <MeasuredCounts measured={measured} format={format} />
    </section>
  )
}
