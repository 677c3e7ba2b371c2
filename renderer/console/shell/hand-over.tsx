import { TreeDeciduous } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Dialog, DialogActions } from '../../ui/dialog'
import { useCommand } from '../bridge'
import { CallErrorNote } from '../call-error-note'

/** Gives the screen to the child, after saying that the way back needs a password. */
export function HandOver({ className }: { readonly className: string }) {
  const { t } = useTranslation('shell')
  const [asking, setAsking] = useState(false)
  const open = useCommand('kiosk.open', ['app.state'])
  return (
    <>
      <button
        type="button"
        className={className}
        onClick={() => {
          open.reset()
          setAsking(true)
        }}
      >
        <TreeDeciduous aria-hidden size={20} />
        {t('handOver.button')}
      </button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('handOver.title')}
        description={t('handOver.text')}
        closeLabel={t('common:close')}
      >
        {open.isError && <CallErrorNote error={open.error} />}
        <DialogActions>
          <Button
            onClick={() => {
              setAsking(false)
            }}
          >
            {t('handOver.stay')}
          </Button>
          <Button
            kind="primary"
            busy={open.isPending}
            onClick={() => {
              open.mutate(undefined, {
                onSuccess: () => {
                  setAsking(false)
                },
              })
            }}
          >
            {t('handOver.confirm')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
