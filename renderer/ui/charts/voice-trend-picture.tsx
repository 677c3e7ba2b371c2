import { Group } from '@visx/group'
import { scaleLinear } from '@visx/scale'
import { VoiceTextures, voiceFill } from './textures'
import { VoiceColumn } from './voice-column'
import { VOICES, type Voice } from './voices'

export interface VoiceTrendColumn {
  readonly key: string
  /** Under the axis. */
  readonly label: string
  /** Null for a stretch without listening: its place stays blank. */
  readonly voices: Readonly<Record<Voice, number>> | null
}

export interface VoiceTrendPictureProps {
  /** For the drawing's textures. */
  readonly id: string
  readonly columns: readonly VoiceTrendColumn[]
  /** All columns as one, at the end, each voice named. */
  readonly whole: Readonly<Record<Voice, number>>
  readonly wholeTitle: string
  readonly names: Readonly<Record<Voice, string>>
  /** A value in words. */
  readonly size: (value: number) => string
  /** What the top of the scale means. */
  readonly top: (value: number) => string
  /** CSS pixels. */
  readonly width: number
  readonly marked: number | null
}

const LEFT = 8
/** Room for the labelled column. */
const RIGHT = 266
const TOP = 26
const PLOT_HEIGHT = 170
const AXIS = 30
/** Narrower than this the labelled column stands under the others instead of beside them. */
const NARROW = 580
/** A label under the axis takes about this much. */
const LABEL_WIDTH = 62

function plotWidthOf(width: number): number {
  return Math.max(100, width - LEFT - (width < NARROW ? LEFT : RIGHT))
}

/** The column under a place `x` of the picture; null beside all of them. */
export function voiceTrendPlace(x: number, width: number, count: number): number | null {
  const index = Math.floor(((x - LEFT) / plotWidthOf(width)) * count)
  return index >= 0 && index < count ? index : null
}

/** The top of the scale for these columns: the tallest, a little above zero when all are empty. */
export function tallest(columns: readonly VoiceTrendColumn[]): number {
  const heights = columns.map(({ voices }) => (voices === null ? 0 : VOICES.reduce((sum, voice) => sum + voices[voice], 0)))
  return Math.max(1, ...heights)
}

/** Stacked columns in the order of {@link VOICES}, told apart by colour, texture and order. */
export function VoiceTrendPicture({ id, columns, whole, wholeTitle, names, size, top, width, marked }: VoiceTrendPictureProps) {
  const narrow = width < NARROW
  const plotWidth = plotWidthOf(width)
  const step = plotWidth / Math.max(1, columns.length)
  const highest = tallest(columns)
  const y = scaleLinear({ domain: [0, highest], range: [PLOT_HEIGHT, 0] })
  const namedEvery = Math.max(1, Math.ceil(LABEL_WIDTH / step))
  const height = TOP + PLOT_HEIGHT + AXIS
  const parts = VOICES.map((voice) => ({ voice, value: whole[voice] })).filter(({ value }) => value > 0)
  return (
    <svg width={width} height={narrow ? height + TOP + PLOT_HEIGHT + 24 : height} aria-hidden="true" className="block overflow-visible">
      <VoiceTextures id={id} />
      <Group left={LEFT} top={TOP}>
        <line x1={0} x2={plotWidth} y1={0} y2={0} stroke="var(--line)" strokeDasharray="2 4" />
        <text x={0} y={-9} fontSize={14} fill="var(--ink-soft)">
          {top(highest)}
        </text>
        {columns.map(({ key, label, voices }, index) => (
          <g key={key} transform={`translate(${index * step} 0)`}>
            {voices !== null && <Stack id={id} voices={voices} y={y} width={Math.max(1, step * 0.8)} left={step * 0.1} />}
            {index === marked && <rect x={0} y={-4} width={step} height={PLOT_HEIGHT + 8} rx={3} fill="none" stroke="var(--ink)" strokeWidth={2} />}
            {(columns.length - 1 - index) % namedEvery === 0 && (
              <text x={step / 2} y={PLOT_HEIGHT + 22} fontSize={14} textAnchor="middle" fill="var(--ink-soft)">
                {label}
              </text>
            )}
          </g>
        ))}
        <line x1={0} x2={plotWidth} y1={PLOT_HEIGHT} y2={PLOT_HEIGHT} stroke="var(--line)" />
      </Group>
      <VoiceColumn
        id={id}
        title={wholeTitle}
        parts={parts}
        names={names}
        size={size}
        left={narrow ? LEFT : LEFT + plotWidth + 28}
        top={narrow ? height + TOP : TOP}
        height={PLOT_HEIGHT}
      />
    </svg>
  )
}

interface StackProps {
  readonly id: string
  readonly voices: Readonly<Record<Voice, number>>
  readonly y: (value: number) => number
  readonly left: number
  readonly width: number
}

function Stack({ id, voices, y, left, width }: StackProps) {
  return VOICES.map((voice, index) => {
    const below = VOICES.slice(0, index).reduce((sum, other) => sum + voices[other], 0)
    const height = y(below) - y(below + voices[voice])
    // A hairline of the ground lies between two voices, unless one is too thin to give it.
    return height > 0 && <rect key={voice} x={left} y={y(below + voices[voice])} width={width} height={height > 2 ? height - 0.8 : height} fill={voiceFill(id, voice)} />
  })
}
