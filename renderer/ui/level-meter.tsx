export interface LevelMeterProps {
  readonly label: string
  /** Level in dB relative to full scale; null while nothing was measured. */
  readonly levelDbfs: number | null
  /** What the level means, beside it. */
  readonly words: string
}

/** A quiet room is about −60 dBFS at a usual microphone; a loud voice nearby stays under −10. */
const QUIETEST_DBFS = -70
const LOUDEST_DBFS = -5

/** How loud it is now, as a bar and in words. */
export function LevelMeter({ label, levelDbfs, words }: LevelMeterProps) {
  const share = levelDbfs === null ? 0 : Math.min(1, Math.max(0, (levelDbfs - QUIETEST_DBFS) / (LOUDEST_DBFS - QUIETEST_DBFS)))
  return (
    <div className="flex flex-col gap-1.5">
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        className="h-3.5 overflow-hidden rounded-full bg-line"
      >
        <div className="h-full rounded-full bg-accent transition-[inline-size]" style={{ inlineSize: `${String(share * 100)}%` }} />
      </div>
      <p className="text-sm text-ink-soft">{words}</p>
    </div>
  )
}
