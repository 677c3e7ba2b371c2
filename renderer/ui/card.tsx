import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

/** A sheet of lighter paper. Used where things belong together, not as decoration. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={clsx('rounded-card border border-line bg-card p-6 shadow-card', className)} />
}
