import type { ReactNode } from 'react'
import { BranchScene } from '../../ui/drawings/branch-scene'
import { PageTitle } from '../../ui/page-title'
import { Wordmark } from './wordmark'

export interface DoorwayProps {
  readonly title: string
  readonly text?: string
  /** Where one is in a row of steps, in words. */
  readonly step?: string
  readonly children: ReactNode
}

/** The look of every page before the house is open: one question, beside a drawing where there is room. */
export function Doorway({ title, text, step, children }: DoorwayProps) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(20rem,38%)_1fr]">
      <BranchScene className="sticky top-0 hidden h-dvh w-full lg:block" />
      <main className="flex flex-col px-6 py-10 sm:px-12 lg:px-16">
        <Wordmark />
        <div className="my-auto flex w-full max-w-[34rem] flex-col gap-6 py-10">
          <div className="flex flex-col gap-2">
            {step !== undefined && <p className="text-sm font-semibold text-accent">{step}</p>}
            <PageTitle>{title}</PageTitle>
            {text !== undefined && <p className="text-base text-ink-soft">{text}</p>}
          </div>
          {children}
        </div>
      </main>
    </div>
  )
}
