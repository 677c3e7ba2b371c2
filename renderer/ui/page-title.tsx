import { type ReactNode, useEffect, useRef } from 'react'

export interface PageTitleProps {
  readonly children: string
  /** Stands beside the title, such as a button or a date. */
  readonly aside?: ReactNode
}

/** The page's one h1. Takes the focus when the page comes up, so that keyboard and screen reader start there. */
export function PageTitle({ children, aside }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${children} – WonderNest`
  }, [children])
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <h1 ref={heading} tabIndex={-1} className="font-title text-xl font-medium text-ink">
        {children}
      </h1>
      {aside}
    </div>
  )
}
