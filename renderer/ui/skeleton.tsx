import { clsx } from 'clsx'

/** Paper where something will stand. Its size comes from `className`; a page names what it waits for elsewhere. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <div aria-hidden className={clsx('animate-pulse rounded-control bg-line/70 motion-reduce:animate-none', className)} />
}
