import type { ReactNode } from 'react'

export interface EmptyStateProps {
  /** A drawing; decoration for those who see it. */
  readonly drawing: ReactNode
  /** One sentence. */
  readonly sentence: string
  /** One button. */
  readonly action?: ReactNode
}

/** What a page shows when there is nothing yet: a drawing, one sentence, one button. */
export function EmptyState({ drawing, sentence, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-5 py-12 text-center">
      <div aria-hidden className="size-36">
        {drawing}
      </div>
      <p className="text-lg">{sentence}</p>
      {action}
    </div>
  )
}
