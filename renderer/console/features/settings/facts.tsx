export interface FactsProps {
  readonly facts: readonly { readonly name: string; readonly value: string }[]
}

/** Names and values side by side. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="flex flex-col">
      {facts.map(({ name, value }) => (
        <div key={name} className="grid gap-x-6 border-b border-line py-2.5 last:border-none sm:grid-cols-[13rem_1fr]">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
