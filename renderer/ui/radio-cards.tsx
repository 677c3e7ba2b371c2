import { RadioGroup } from 'radix-ui'
import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'

export interface RadioCardsProps<Value extends string> {
  readonly label: string
  readonly value: Value | null
  readonly options: readonly { readonly value: Value; readonly content: ReactNode; /** Name for screen readers where the content is a picture. */ readonly name?: string }[]
  readonly onChange: (value: Value) => void
  readonly className?: string
  readonly error?: string | undefined
}

/** One of a few, each on its own card. Arrow keys walk them. */
export function RadioCards<Value extends string>({ label, value, options, onChange, className, error }: RadioCardsProps<Value>) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <p id={id} className="text-base font-semibold">
        {label}
      </p>
      <RadioGroup.Root
        aria-labelledby={id}
        {...(error === undefined ? {} : { 'aria-describedby': `${id}-error` })}
        value={value}
        onValueChange={(chosen) => {
          const option = options.find((candidate) => candidate.value === chosen)
          if (option !== undefined) onChange(option.value)
        }}
        className={clsx('flex flex-wrap gap-3', className)}
      >
        {options.map((option) => (
          <RadioGroup.Item
            key={option.value}
            value={option.value}
            aria-label={option.name}
            className="flex min-h-11 items-center gap-3 rounded-control border border-edge/60 bg-card px-4 py-2 text-start transition-colors hover:border-edge data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft data-[state=checked]:shadow-[inset_0_0_0_1px_var(--accent)]"
          >
            {option.content}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="text-sm font-semibold text-brick-ink">
          {error}
        </p>
      )}
    </div>
  )
}
