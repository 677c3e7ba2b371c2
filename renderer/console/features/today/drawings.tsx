import { NestIcon, type NestState } from '../../../ui/nest-icon'

/** The family's nest on its branch, for pages that hold nothing yet. */
export function NestOnBranch({ state }: { readonly state: NestState }) {
  return (
    <div className="relative size-36">
      <svg viewBox="0 0 144 144" className="absolute inset-0">
        <circle cx="72" cy="66" r="58" fill="var(--accent-soft)" />
        <path d="M8 112c34-10 82-14 130-6-44-1-86 4-126 14z" fill="var(--nest-wood)" />
        <path d="M116 104c2-14 10-20 22-20 0 12-8 20-22 20z" fill="var(--accent)" />
        <path d="M22 114c-12-4-18-12-16-22 10 2 16 10 16 22z" fill="var(--accent)" opacity="0.7" />
      </svg>
      <div className="absolute inset-x-0 bottom-7 flex justify-center">
        <NestIcon state={state} size={92} />
      </div>
    </div>
  )
}
