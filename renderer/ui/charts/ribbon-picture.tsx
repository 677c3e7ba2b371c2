import { AxisBottom } from '@visx/axis'
import { Group } from '@visx/group'
import { scaleLinear } from '@visx/scale'
import { useId } from 'react'
import { hourTicks } from './hour-ticks'
import type { RibbonLayout } from './ribbon-layout'
import { VoiceTextures, hatchFill } from './textures'
import { VoiceColumn } from './voice-column'
import { VOICES, VOICE_LOOKS, type Voice, voiceMs } from './voices'

export interface RibbonTexts {
  readonly voices: Readonly<Record<Voice, string>>
  /** What the top of the scale means, such as "4 min of 5". */
  readonly top: string
  readonly gap: string
  readonly wholeDay: string
  readonly clock: (utcMs: number) => string
  readonly duration: (ms: number) => string
}

export interface RibbonPictureProps {
  readonly layout: RibbonLayout
  readonly dayStartsAt: number
  readonly dayEndsAt: number
  readonly timeZone: string
  readonly texts: RibbonTexts
  /** CSS pixels; a narrow picture grows below `height` by the whole day's column. */
  readonly width: number
  readonly height: number
  /** Index of the slot that is looked at. */
  readonly marked?: number | undefined
}

export const RIBBON_LEFT = 8
/** Room for the whole day's column and its labels. */
const RIGHT = 266
const TOP = 26
const BOTTOM = 30

/** A hairline of the ground between two voices of a bar, unless one is too thin to give it. */
function apart(height: number): number {
  return height > 2 ? height - 0.8 : height
}

/** Narrower than this the whole day's column stands under the day instead of beside it. */
const NARROW = 580
const COLUMN_HEIGHT = 150

export function ribbonPlotWidth(width: number): number {
  return Math.max(100, width - RIBBON_LEFT - (width < NARROW ? RIBBON_LEFT : RIGHT))
}

/**
 * The day from left to right; bars say who spoke within five minutes, the column at the end says it for the day.
 * Bars are too thin for textures: there the order, the same in every bar and in the column, tells voices apart.
 */
export function RibbonPicture({ layout, dayStartsAt, dayEndsAt, timeZone, texts, width, height, marked }: RibbonPictureProps) {
  const id = useId()
  const plotWidth = ribbonPlotWidth(width)
  const plotHeight = height - TOP - BOTTOM
  const x = scaleLinear({ domain: [dayStartsAt, dayEndsAt], range: [0, plotWidth] })
  const y = scaleLinear({ domain: [0, layout.topMs], range: [plotHeight, 0] })
  const ticks = hourTicks(dayStartsAt, dayEndsAt, timeZone, plotWidth < 560 ? 6 : 3)
  const narrow = width < NARROW
  const slot = marked === undefined ? undefined : layout.slots[marked]
  const sums = VOICES.map((voice) => ({ voice, value: layout.slots.reduce((sum, { bin }) => sum + voiceMs(bin.soundMs, voice), 0) })).filter(
    ({ value }) => value >= 500,
  )
  return (
    <svg width={width} height={narrow ? height + TOP + COLUMN_HEIGHT + 24 : height} aria-hidden="true" className="block overflow-visible">
      <VoiceTextures id={id} />
      <Group left={RIBBON_LEFT} top={TOP}>
        {layout.slots.some(({ stack }) => stack.length > 0) && (
          <g>
            <line x1={0} x2={plotWidth} y1={0} y2={0} stroke="var(--line)" strokeDasharray="2 4" />
            <text x={0} y={-9} fontSize={14} fill="var(--ink-soft)">
              {texts.top}
            </text>
          </g>
        )}
        {layout.gaps.map(({ from, to }) => (
          <g key={from}>
            <rect x={x(from)} y={0} width={Math.max(2, x(to) - x(from))} height={plotHeight} fill={hatchFill(id)} />
            {x(to) - x(from) > 84 && (
              <g>
                <rect x={(x(from) + x(to)) / 2 - 40} y={plotHeight / 2 - 13} width={80} height={26} rx={8} fill="var(--paper)" />
                <text x={(x(from) + x(to)) / 2} y={plotHeight / 2 + 5} fontSize={14} textAnchor="middle" fill="var(--ink)">
                  {texts.gap}
                </text>
              </g>
            )}
          </g>
        ))}
        {layout.slots.map(({ bin, stack }) =>
          stack.map(({ voice, fromMs, toMs }) => (
            <rect
              key={`${bin.startedAt}-${voice}`}
              x={x(Math.max(bin.startedAt, dayStartsAt))}
              y={y(toMs)}
              width={Math.max(1, x(bin.endedAt) - x(bin.startedAt) - 0.6)}
              height={apart(y(fromMs) - y(toMs))}
              fill={VOICE_LOOKS[voice].colour}
            />
          )),
        )}
        <line x1={0} x2={plotWidth} y1={plotHeight} y2={plotHeight} stroke="var(--line)" />
        {layout.listened.map(({ from, to }) => (
          <rect key={from} x={x(from)} y={plotHeight} width={Math.max(2, x(to) - x(from))} height={4} fill="var(--ink-soft)" rx={1} />
        ))}
        {slot !== undefined && (
          <rect
            x={x(slot.bin.startedAt) - 2}
            y={-4}
            width={x(slot.bin.endedAt) - x(slot.bin.startedAt) + 3.4}
            height={plotHeight + 8}
            rx={3}
            fill="none"
            stroke="var(--ink)"
            strokeWidth={2}
          />
        )}
        <AxisBottom
          top={plotHeight + 4}
          scale={x}
          tickValues={[...ticks]}
          tickFormat={(at) => texts.clock(Number(at))}
          hideAxisLine
          stroke="var(--line)"
          tickStroke="var(--line)"
          tickLength={5}
          tickLabelProps={(at) => ({
            fill: 'var(--ink-soft)',
            fontSize: 14,
            fontFamily: 'inherit',
            dy: '0.3em',
            // Midnight at the left edge would hang over it.
            textAnchor: x(Number(at)) < 20 ? 'start' : 'middle',
          })}
        />
      </Group>
      {narrow ? (
        <VoiceColumn id={id} title={texts.wholeDay} parts={sums} names={texts.voices} size={texts.duration} left={RIBBON_LEFT} top={height + TOP} height={COLUMN_HEIGHT} />
      ) : (
        <VoiceColumn id={id} title={texts.wholeDay} parts={sums} names={texts.voices} size={texts.duration} left={RIBBON_LEFT + plotWidth + 28} top={TOP} height={plotHeight} />
      )}
    </svg>
  )
}
