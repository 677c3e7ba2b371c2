import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../ui/dialog'
import { Button, type ButtonProps } from '../../../ui/button'
import { useFormat } from '../../format/use-format'
import { measuredAccuracy, measuredVoices } from './measured-accuracy'
import { MeasuredSection } from './measured-section'
import { METRICS } from './metrics'

export interface HowCountedProps extends Pick<ButtonProps, 'kind' | 'small' | 'className'> {
  readonly label?: string
  /** The simple method counts in place of the model. */
  readonly isFallback?: boolean
}

/** Opens the plain words about what the three numbers mean, how well they were measured to be and what they cannot do. */
export function HowCounted({ label, isFallback = false, ...button }: HowCountedProps) {
  const { t } = useTranslation('speech')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        {...button}
        onClick={() => {
          setOpen(true)
        }}
      >
        {label ?? t('how.open')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('how.title')} description={t('how.intro')} closeLabel={t('how.close')}>
        <Contents isFallback={isFallback} />
      </Dialog>
    </>
  )
}

function Contents({ isFallback }: { readonly isFallback: boolean }) {
  const { t } = useTranslation(['today-how', 'speech'])
  const format = useFormat()
  const measured = measuredAccuracy(isFallback)
  const triedOn = measured === null ? [] : measuredVoices(measured.used).map(({ voice }) => voice)
  const cannot = [
    t('how.limits', { ns: 'speech' }),
    t('cannot.which'),
    t('cannot.tv'),
    t('cannot.words'),
    ...(triedOn.includes('LAU') ? [] : [t('cannot.laughing')]),
  ]
  return (
    <div className="flex flex-col gap-6">
      <dl className="flex flex-col gap-4">
        {METRICS.map((metric) => (
          <Item key={metric} term={t(`metrics.${metric}`, { ns: 'speech' })} text={t(`how.${metric}`, { ns: 'speech' })} />
        ))}
        <Item term={t('how.rangeTitle', { ns: 'speech' })} text={t('how.range', { ns: 'speech' })} />
        <Item term={t('how.gapsTitle', { ns: 'speech' })} text={t('how.gaps', { ns: 'speech' })} />
      </dl>
      {measured !== null && <MeasuredSection measured={measured} isFallback={isFallback} format={format} />}
      <section aria-labelledby="how-cannot" className="flex flex-col gap-3">
        <h3 id="how-cannot" className="font-semibold">
          {t('cannotTitle')}
        </h3>
        <ul className="flex list-disc flex-col gap-1 ps-5 text-ink-soft">
          {cannot.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function Item({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <div>
      <dt className="font-semibold">{term}</dt>
      <dd className="text-ink-soft">{text}</dd>
    </div>
  )
}
