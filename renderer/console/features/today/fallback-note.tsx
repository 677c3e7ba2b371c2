import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Says that the simple method counts in place of the trained model, what that means and what helps. */
export function FallbackNote() {
  const { t } = useTranslation('today')
  return (
    <div role="note" className="flex max-w-3xl gap-3 rounded-control bg-honey-soft p-4" data-part="fallback">
      <TriangleAlert aria-hidden size={22} className="mt-0.5 shrink-0 text-honey-ink" />
      <p>
        <strong className="font-semibold">{t('fallback.what')}</strong> {t('fallback.means')} {t('fallback.todo')}
      </p>
    </div>
  )
}
