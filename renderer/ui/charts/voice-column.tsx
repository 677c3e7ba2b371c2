import { Group } from '@visx/group'
import { scaleLinear } from '@visx/scale'
import { spreadLabels } from './spread-labels'
import { voiceFill } from './textures'
import type { Voice } from './voices'

export interface VoiceColumnProps {
  /** Of the drawing's {@link VoiceTextures}. */
  readonly id: string
  readonly title: string
  /** From the bottom up, without those that were not heard. */
  readonly parts: readonly { readonly voice: Voice; readonly value: number }[]
  readonly names: Readonly<Record<Voice, string>>
  /** A part's value in words. */
  readonly size: (value: number) => string
  readonly left: number
  readonly top: number
  readonly height: number
}

/** Voices in one column, each named beside it: a picture's labels and its sum at once. */
export function VoiceColumn({ id, title, parts, names, size, left, top: offset, height }: VoiceColumnProps) {
  const total = parts.reduce((sum, { value }) => sum + value, 0)
  if (total === 0) return null
  const y = scaleLinear({ domain: [0, total], range: [height, 0] })
  const placed = parts.map((part, index) => {
    const below = parts.slice(0, index).reduce((sum, { value }) => sum + value, 0)
    return { ...part, top: y(below + part.value), bottom: y(below) }
  })
  // Labels are placed from the top down; parts run from the bottom up.
  const downward = placed.toReversed()
  const centres = spreadLabels(downward.map(({ top, bottom }) => (top + bottom) / 2), 20, height + 12)
  return (
    <Group left={left} top={offset}>
      <text x={0} y={-9} fontSize={14} fill="var(--ink-soft)">
        {title}
      </text>
      {downward.map(({ voice, value, top, bottom }, index) => {
        const centre = centres[index] ?? 0
        return (
          <g key={voice}>
            <rect x={0} y={top} width={22} height={Math.max(1, bottom - top - 0.6)} fill={voiceFill(id, voice)} />
            <path d={`M24 ${(top + bottom) / 2}L34 ${centre}h5`} fill="none" stroke="var(--ink-soft)" strokeWidth={1} />
            <text x={44} y={centre + 5} fontSize={14} fill="var(--ink)">
              {names[voice]}
              <tspan dx={6} fill="var(--ink-soft)">
                {size(value)}
              </tspan>
            </text>
          </g>
        )
      })}
    </Group>
  )
}
