import { clsx } from 'clsx'
import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId, useState } from 'react'

const BOX =
  'min-h-11 w-full rounded-control border border-edge bg-card px-3 py-2 text-base text-ink placeholder:text-ink-soft aria-invalid:border-brick disabled:opacity-60'

interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong with it; tied to the field and read out. */
  readonly error?: string | undefined
}

interface Ids {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** Label above, hint and error below, all tied together for screen readers. */
export function Field({ label, hint, error, className, children }: FieldProps & { readonly className?: string | undefined; readonly children: (ids: Ids) => ReactNode }) {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const described = [hint === undefined ? null : hintId, error === undefined ? null : errorId].filter((part) => part !== null)
  return (
    <div className={clsx('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="text-base font-semibold">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {hint !== undefined && (
        <div id={hintId} className="text-sm text-ink-soft">
          {hint}
        </div>
      )}
      {error !== undefined && (
        <p id={errorId} role="alert" className="text-sm font-semibold text-brick-ink">
          {error}
        </p>
      )}
    </div>
  )
}

type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, 'id'>

export function TextField({ label, hint, error, className, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(ids) => <input type="text" {...input} {...ids} className={BOX} />}
    </Field>
  )
}

export interface PasswordFieldProps extends TextFieldProps {
  readonly showLabel: string
  readonly hideLabel: string
}

/** A password that can be looked at while it is typed. */
export function PasswordField({ label, hint, error, className, showLabel, hideLabel, ...input }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(ids) => (
        <div className="relative">
          <input {...input} {...ids} type={shown ? 'text' : 'password'} spellCheck={false} className={clsx(BOX, 'pe-12')} />
          <button
            type="button"
            aria-label={shown ? hideLabel : showLabel}
            className="absolute inset-y-0 end-1 my-auto inline-flex size-9 items-center justify-center rounded-control text-ink-soft hover:bg-paper-deep"
            onClick={() => {
              setShown(!shown)
            }}
          >
            <Icon aria-hidden size={20} />
          </button>
        </div>
      )}
    </Field>
  )
}

/**
 * The system's own list: known to every screen reader and quick with the keyboard.
 * (Radix' Select sets `innerHTML`, which the pages' Trusted Types policy forbids.)
 */
export function SelectField({ label, hint, error, className, children, ...select }: FieldProps & Omit<ComponentProps<'select'>, 'id'>) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(ids) => (
        <select {...select} {...ids} className={BOX}>
          {children}
        </select>
      )}
    </Field>
  )
}
