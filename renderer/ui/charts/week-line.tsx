import { scaleLinear } from '@visx/scale'
import { AreaClosed, LinePath } from '@visx/shape'

export interface WeekPoint {
  readonly value: number
  /** False for a day without listening: the line has a hole there. */
  readonly known: boolean
}

export interface WeekLineProps {
  readonly points: readonly WeekPoint[]
  /** What the line says, in one sentence. */
  readonly name: string
}

const WIDTH = 168
const HEIGHT = 44
const EDGE = 5

/** Seven days as a small line that ends in the day shown. Starts at zero, so that a small change looks small. */
export function WeekLine({ points, name }: WeekLineProps) {
  const x = scaleLinear({ domain: [0, Math.max(1, points.length - 1)], range: [EDGE, WIDTH - EDGE] })
  const top = Math.max(1, ...points.map(({ value }) => value))
  const y = scaleLinear({ domain: [0, top], range: [HEIGHT - EDGE, EDGE] })
  const placed = points.map((point, index) => ({ ...point, index }))
  const isKnown = ({ known }: WeekPoint) => known
  const known = placed.filter(isKnown)
  const shown = placed.at(-1)
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={name} className="block">
      <line x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} stroke="var(--line)" />
      <AreaClosed data={placed} defined={isKnown} x={({ index }) => x(index)} y={({ value }) => y(value)} yScale={y} fill="var(--accent-soft)" />
      <LinePath data={placed} defined={isKnown} x={({ index }) => x(index)} y={({ value }) => y(value)} stroke="var(--accent)" strokeWidth={2} strokeLinejoin="round" />
      {known.map(({ index, value }) => (
        <circle key={index} cx={x(index)} cy={y(value)} r={index === shown?.index ? 4.5 : 2} fill="var(--accent)" />
      ))}
    </svg>
  )
}
