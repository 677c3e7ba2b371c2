import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

const KINDS: Record<ButtonKind, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-deep border-transparent',
  plain: 'bg-card text-ink border-edge/60 hover:border-edge hover:bg-paper-deep',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-paper-deep',
  // Dangerous things are grey until asked for.
  danger: 'bg-card text-ink-soft border-edge/60 hover:bg-brick hover:text-on-brick hover:border-transparent focus-visible:text-brick-ink',
}

export function buttonClass(kind: ButtonKind, small = false): string {
  return clsx(
    'inline-flex items-center justify-center gap-2 rounded-control border font-semibold whitespace-nowrap transition-colors',
    'disabled:cursor-not-allowed disabled:opacity-55',
    small ? 'min-h-9 px-3 py-1 text-sm' : 'min-h-11 px-4 py-2 text-base',
    KINDS[kind],
  )
}

export interface ButtonProps extends ComponentProps<'button'> {
  readonly kind?: ButtonKind
  readonly small?: boolean
  /** Work is under way: the button keeps its size and focus and does nothing. */
  readonly busy?: boolean
}

/** A button that never submits a form by accident. */
export function Button({ kind = 'plain', small = false, busy = false, className, type = 'button', onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy ? 'button' : type}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      className={clsx(buttonClass(kind, small), busy && 'animate-pulse cursor-progress motion-reduce:animate-none', className)}
      onClick={busy ? undefined : onClick}
    />
  )
}
