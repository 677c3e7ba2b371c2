import { CircleAlert, TriangleAlert } from 'lucide-react'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export interface ErrorNoteProps {
  /** What happened. */
  readonly what: string
  /** What it means for the reader. */
  readonly means?: string | undefined
  /** What to do now. */
  readonly todo?: string | undefined
  /** `attention` for things that need a look, `danger` for what went wrong. */
  readonly tone?: 'danger' | 'attention'
  /** A button or a countdown. */
  readonly children?: ReactNode
}

/** An error in three sentences. Read out at once. */
export function ErrorNote({ what, means, todo, tone = 'danger', children }: ErrorNoteProps) {
  const Icon = tone === 'danger' ? CircleAlert : TriangleAlert
  return (
    <div
      role="alert"
      className={clsx(
        'flex gap-3 rounded-control p-4 text-base',
        tone === 'danger' ? 'bg-brick-soft' : 'bg-honey-soft',
      )}
    >
      <Icon aria-hidden size={22} className={clsx('mt-0.5 shrink-0', tone === 'danger' ? 'text-brick-ink' : 'text-honey-ink')} />
      <div className="flex flex-col gap-1">
        <p className="font-semibold">{what}</p>
        {means !== undefined && <p>{means}</p>}
        {todo !== undefined && <p>{todo}</p>}
        {children}
      </div>
    </div>
  )
}
