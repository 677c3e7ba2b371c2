import { type ReactNode, useId } from 'react'

export interface SectionProps {
  readonly title: string
  readonly text?: string
  readonly children: ReactNode
}

/** A part of a page under its own heading, with a fine line above. */
export function Section({ title, text, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-x-12 gap-y-4 border-t border-line py-8 lg:grid-cols-[17rem_1fr]">
      <div>
        <h2 id={id} className="font-title text-lg font-medium">
          {title}
        </h2>
        {text !== undefined && <p className="mt-1 text-base text-ink-soft">{text}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
