import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  /** One or two sentences under the title, read out with it. */
  readonly description?: string
  readonly closeLabel: string
  readonly children: ReactNode
}

/** A window in the page: holds the focus, closes with Escape, gives the focus back. */
export function Dialog({ open, onOpenChange, title, description, closeLabel, children }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-veil" />
        <Radix.Content
          className="fixed start-1/2 top-1/2 z-50 flex max-h-[92dvh] w-[min(36rem,94vw)] -translate-x-1/2 -translate-y-1/2 flex-col gap-5 overflow-y-auto rounded-card border border-line bg-card p-7 shadow-float rtl:translate-x-1/2"
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <div className="flex items-start justify-between gap-4">
            <div>
              <Radix.Title className="font-title text-lg font-medium">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="mt-1 text-base text-ink-soft">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close
              aria-label={closeLabel}
              className="-me-2 -mt-1 inline-flex size-9 shrink-0 items-center justify-center rounded-control text-ink-soft hover:bg-paper-deep"
            >
              <X aria-hidden size={20} />
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** The row of buttons at a dialog's end. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap justify-end gap-3">{children}</div>
}
