import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react'
import { useWidth } from './use-width'
import { VoiceTrendPicture, type VoiceTrendPictureProps, voiceTrendPlace } from './voice-trend-picture'
import { walkTo } from './walk'

export interface VoiceTrendProps extends Omit<VoiceTrendPictureProps, 'id' | 'width' | 'marked'> {
  /** What the picture is, for those who do not see it. */
  readonly name: string
  /** How to look closer; stands under the picture until somebody does. */
  readonly hint: string
  /** One column in words. */
  readonly describe: (index: number) => string
}

const PAGE = 7

/** Who was heard over time, a column a stretch. Arrows walk the columns; the pointer shows too. */
export function VoiceTrend({ name, hint, describe, ...picture }: VoiceTrendProps) {
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const [chosen, setChosen] = useState<number | null>(null)
  const last = picture.columns.length - 1
  const index = chosen === null ? null : Math.min(chosen, last)

  function onKeyDown(event: KeyboardEvent): void {
    const to = walkTo(event.key, index ?? last, last, PAGE)
    if (to === undefined) return
    event.preventDefault()
    setChosen(to)
  }

  function onPointerMove(event: PointerEvent): void {
    const { left } = event.currentTarget.getBoundingClientRect()
    setChosen(voiceTrendPlace(event.clientX - left, width, picture.columns.length))
  }

  return (
    <div dir="ltr">
      <div
        ref={frame}
        role="slider"
        tabIndex={0}
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, last)}
        aria-valuenow={index ?? Math.max(0, last)}
        aria-valuetext={describe(index ?? last)}
        className="min-w-0 rounded-control focus-visible:outline-offset-4"
        onKeyDown={onKeyDown}
        onFocus={() => {
          setChosen((now) => now ?? last)
        }}
        onBlur={() => {
          setChosen(null)
        }}
        onPointerMove={onPointerMove}
        onPointerLeave={() => {
          setChosen(null)
        }}
      >
        {width > 0 && <VoiceTrendPicture {...picture} id={id} width={width} marked={index} />}
      </div>
      <p dir="auto" className="mt-3 min-h-12 text-sm text-ink-soft" data-part="looked-at">
        {index === null ? hint : describe(index)}
      </p>
    </div>
  )
}
