import { Hourglass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from './format/use-format'

/** Counts the wait down. Said once to screen readers, not every second. */
export function WaitNote({ secondsLeft }: { readonly secondsLeft: number }) {
  const { t } = useTranslation('common')
  const format = useFormat()
  if (secondsLeft === 0) return null
  return (
    <p role="timer" className="flex items-center gap-2 text-base font-semibold text-honey-ink">
      <Hourglass aria-hidden size={18} />
      {t('wait', { time: format.duration(secondsLeft * 1000) })}
    </p>
  )
}
