import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

const ITEM =
  'flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-3 py-2 text-base outline-none select-none data-highlighted:bg-paper-deep'

export interface MenuProps {
  /** One button element. */
  readonly trigger: ReactNode
  readonly align?: 'start' | 'end'
  readonly children: ReactNode
}

export function Menu({ trigger, align = 'start', children }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
        <Radix.Content
          align={align}
          sideOffset={8}
          collisionPadding={12}
          className="z-30 max-h-[80dvh] min-w-60 overflow-y-auto rounded-card border border-line bg-card p-2 text-ink shadow-float"
        >
          {children}
        </Radix.Content>
    </Radix.Root>
  )
}

export function MenuItem({ onSelect, danger = false, children }: { readonly onSelect: () => void; readonly danger?: boolean; readonly children: ReactNode }) {
  return (
    <Radix.Item className={clsx(ITEM, danger && 'data-highlighted:text-brick-ink')} onSelect={onSelect}>
      {children}
    </Radix.Item>
  )
}

export interface MenuChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value | null
  readonly options: readonly { readonly value: Value; readonly content: ReactNode }[]
  readonly onChange: (value: Value) => void
}

/** One of several, marked with a tick. */
export function MenuChoice<Value extends string>({ label, value, options, onChange }: MenuChoiceProps<Value>) {
  return (
    <Radix.RadioGroup
      aria-label={label}
      {...(value === null ? {} : { value })}
      onValueChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen)
        if (option !== undefined) onChange(option.value)
      }}
    >
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={ITEM}>
          <span className="flex grow items-center gap-3">{option.content}</span>
          <Radix.ItemIndicator>
            <Check aria-hidden size={18} className="text-accent" />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}

export function MenuLine() {
  return <Radix.Separator className="my-2 h-px bg-line" />
}
