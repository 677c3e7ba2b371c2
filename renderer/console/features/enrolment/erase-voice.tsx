import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Child } from '../../../../common/household'
import { Button } from '../../../ui/button'
import { Dialog, DialogActions } from '../../../ui/dialog'
import { useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useToasts } from '../../shell/toasts'

/** Erases the voice, after asking once: it cannot be brought back. */
export function EraseVoice({ child }: { readonly child: Child }) {
  const { t } = useTranslation('enrolment')
  const show = useToasts((toasts) => toasts.show)
  const [asking, setAsking] = useState(false)
  const erase = useCommand('enrolment.erase', ['enrolment.overview', 'listening.status', 'audit.recent'])
  return (
    <>
      <Button
        kind="danger"
        onClick={() => {
          erase.reset()
          setAsking(true)
        }}
      >
        <Trash2 aria-hidden size={18} />
        {t('erase.button')}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('erase.title', { name: child.name })}
        description={t('erase.text')}
        closeLabel={t('common:close')}
      >
        {erase.isError && <CallErrorNote error={erase.error} />}
        <DialogActions>
          <Button
            onClick={() => {
              setAsking(false)
            }}
          >
            {t('erase.keep')}
          </Button>
          <Button
            kind="danger"
            busy={erase.isPending}
            onClick={() => {
              erase.mutate(
                { childId: child.id },
                {
                  onSuccess: () => {
                    setAsking(false)
                    show({ message: t('erase.done', { name: child.name }) })
                  },
                },
              )
            }}
          >
            {t('erase.confirm')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
