import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../ui/dialog'
import { Button, type ButtonProps } from '../../../ui/button'
import { METRICS } from './metrics'

/** Opens the plain words about what the three numbers mean and what they cannot do. */
export function HowCounted({ label, ...button }: Pick<ButtonProps, 'kind' | 'small' | 'className'> & { readonly label?: string }) {
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
        <dl className="flex flex-col gap-4">
          {METRICS.map((metric) => (
            <Item key={metric} term={t(`metrics.${metric}`)} text={t(`how.${metric}`)} />
          ))}
          <Item term={t('how.rangeTitle')} text={t('how.range')} />
          <Item term={t('how.limitsTitle')} text={t('how.limits')} />
          <Item term={t('how.gapsTitle')} text={t('how.gaps')} />
        </dl>
      </Dialog>
    </>
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
