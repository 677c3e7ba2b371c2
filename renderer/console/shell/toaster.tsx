import { X } from 'lucide-react'
import { Toast } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { useToasts } from './toasts'

/** Long enough to read, think and reach Undo (WCAG 2.2.1: it also waits under pointer and focus). */
const SHOWN_MS = 10_000

export function Toaster() {
  const { t } = useTranslation('common')
  const { toasts, dismiss } = useToasts()
  return (
    <Toast.Provider duration={SHOWN_MS} label={t('toast.label')}>
      {toasts.map(({ id, message, undo }) => (
        <Toast.Root
          key={id}
          className="flex items-center gap-4 rounded-card bg-ink py-3 ps-5 pe-3 text-paper shadow-float"
          onOpenChange={(open) => {
            if (!open) dismiss(id)
          }}
        >
          <Toast.Description className="grow text-base">{message}</Toast.Description>
          {undo !== undefined && (
            <Toast.Action altText={t('toast.undoAlt')} asChild>
              <button type="button" className="min-h-9 rounded-control px-3 font-semibold underline underline-offset-4" onClick={undo}>
                {t('toast.undo')}
              </button>
            </Toast.Action>
          )}
          <Toast.Close aria-label={t('close')} className="inline-flex size-9 items-center justify-center rounded-control">
            <X aria-hidden size={18} />
          </Toast.Close>
        </Toast.Root>
      ))}
      <Toast.Viewport
        label={t('toast.viewport')}
        className="fixed inset-x-0 bottom-6 z-50 mx-auto flex w-[min(32rem,92vw)] flex-col gap-2 outline-none"
      />
    </Toast.Provider>
  )
}
