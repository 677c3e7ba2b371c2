export type NestState = 'open' | 'half' | 'empty'

export interface NestIconProps {
  readonly state: NestState
  readonly size?: number
}

/** The microphone as a nest: open with a bird (listening), half closed by a leaf (paused), empty (off). Decoration: words stand beside it. */
export function NestIcon({ state, size = 32 }: NestIconProps) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 48 48" fill="none">
      {state === 'open' && (
        <g>
          <circle cx="24" cy="20" r="10" fill="var(--accent)" />
          <path d="M33 19l7 2.4-7 2.6z" fill="var(--honey)" />
          <circle cx="27.5" cy="17.5" r="1.7" fill="var(--card)" />
          <path d="M15 21c4-1 7 1 8 6-5 1-9-1-8-6z" fill="var(--accent-deep)" opacity="0.55" />
        </g>
      )}
      {state === 'half' && (
        <g>
          <path d="M16 27a8.5 8.5 0 0 1 17 0z" fill="var(--ink-soft)" />
          <path d="M9 25C14 14 27 11 38 18c-5 8-18 12-29 7z" fill="var(--honey)" />
          <path d="M11 24.5c8-1 17-3 25-6" stroke="var(--card)" strokeWidth="1.4" strokeLinecap="round" opacity="0.7" />
        </g>
      )}
      <path d="M5 25.5c0-1.5 1.2-2.5 2.7-2.5h32.6c1.5 0 2.7 1 2.7 2.5C43 35 35 42 24 42S5 35 5 25.5z" fill="var(--nest-wood)" />
      <path
        d="M8 29.5c9 3.5 22 3.5 32 0M11 34.5c8 3 18 3 26 0M16 38.6c5 1.5 11 1.5 16 0"
        stroke="var(--nest-twig)"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
      {state === 'empty' && <ellipse cx="24" cy="24.8" rx="14" ry="1.8" fill="var(--nest-twig)" opacity="0.7" />}
    </svg>
  )
}
