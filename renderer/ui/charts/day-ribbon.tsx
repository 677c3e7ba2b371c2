import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { RIBBON_LEFT, RibbonPicture, type RibbonPictureProps, ribbonPlotWidth } from './ribbon-picture'
import type { RibbonSlot } from './ribbon-layout'
import { useWidth } from './use-width'
import { walkTo } from './walk'

export interface DayRibbonProps extends Omit<RibbonPictureProps, 'width' | 'height' | 'marked'> {
  /** What the picture is, for those who do not see it. */
  readonly name: string
  /** How to look closer; stands under the picture until somebody does. */
  readonly hint: string
  /** One stretch in words. */
  readonly describe: (slot: RibbonSlot) => string
}

const HOUR_OF_SLOTS = 12

/** The day ribbon to walk through: arrows go a bin, page keys an hour, Home and End to the ends; the pointer shows too. */
export function DayRibbon({ name, hint, describe, ...picture }: DayRibbonProps) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const { slots } = picture.layout
  const [chosen, setChosen] = useState<number | null>(null)
  const last = slots.length - 1
  const index = chosen === null ? null : Math.min(chosen, last)
  const slot = slots[index ?? 0]

  function onKeyDown(event: KeyboardEvent): void {
    const to = walkTo(event.key, index ?? 0, last, HOUR_OF_SLOTS)
    if (to === undefined) return
    event.preventDefault()
    setChosen(to)
  }

  function onPointerMove(event: PointerEvent): void {
    const { left } = event.currentTarget.getBoundingClientRect()
    const share = (event.clientX - left - RIBBON_LEFT) / ribbonPlotWidth(width)
    const at = picture.dayStartsAt + share * (picture.dayEndsAt - picture.dayStartsAt)
    const found = slots.findIndex(({ bin }) => at >= bin.startedAt && at < bin.endedAt)
    setChosen(found === -1 ? null : found)
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
        aria-valuenow={index ?? 0}
        aria-valuetext={slot === undefined ? hint : describe(slot)}
        className="rounded-control focus-visible:outline-offset-4"
        onKeyDown={onKeyDown}
        onFocus={() => {
          setChosen((now) => now ?? 0)
        }}
        onBlur={() => {
          setChosen(null)
        }}
        onPointerMove={onPointerMove}
        onPointerLeave={() => {
          setChosen(null)
        }}
      >
        {width > 0 && <RibbonPicture {...picture} width={width} height={216} marked={index ?? undefined} />}
      </div>
      <p dir="auto" className="mt-3 min-h-12 text-sm text-ink-soft" data-part="looked-at">
        {index === null || slot === undefined ? hint : describe(slot)}
      </p>
    </div>
  )
}
