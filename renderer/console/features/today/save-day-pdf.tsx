import { FileDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ErrorCode } from '../../../../common/ipc/errors'
import { Button } from '../../../ui/button'
import { useCommand } from '../../bridge'
import { ErrorNote } from '../../../ui/error-note'
import { CallErrorNote, errorCode } from '../../call-error-note'
import { useToasts } from '../../shell/toasts'

/** Here these are about the place that the parent chose, not about the family's file. */
const ABOUT_THE_PLACE: readonly ErrorCode[] = ['read-only', 'not-found']

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
      {save.isError &&
        (ABOUT_THE_PLACE.includes(errorCode(save.error)) ? (
          <ErrorNote what={t('cannotSaveThere.what')} means={t('cannotSaveThere.means')} todo={t('cannotSaveThere.todo')} />
        ) : (
          <CallErrorNote error={save.error} />
        ))}
    </div>
  )
}
