import { FileDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useToasts } from '../../shell/toasts'

/** Saves the day as a one-page PDF where the parent says, and tells how it went. */
export function SaveDayPdf({ childId, localDay }: { readonly childId: string; readonly localDay: string }) {
  const { t } = useTranslation('today')
  const show = useToasts((toasts) => toasts.show)
  const save = useCommand('reports.saveDayPdf')
  return (
    <div className="flex flex-col items-start gap-3">
      <Button
        busy={save.isPending}
        onClick={() => {
          save.mutate(
            { childId, localDay },
            {
              onSuccess: ({ saved }) => {
                show({ message: t(saved ? 'saved' : 'notSaved') })
              },
            },
          )
        }}
      >
        <FileDown aria-hidden size={20} />
        {t('savePdf')}
      </Button>
      {save.isError && <CallErrorNote error={save.error} />}
    </div>
  )
}
