import { type KeyboardEvent, useRef, useState } from 'react'
import { Area, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts'
import { useWidth } from './use-width'
import { walkTo } from './walk'

export interface TrendPoint {
  readonly key: string
  /** Under the axis. */
  readonly label: string
  /** Null for a stretch without listening: the line has a hole there. */
  readonly estimate: { readonly value: number; readonly low: number; readonly high: number } | null
  /** Rests on little listening: its mark is hollow. */
  readonly short: boolean
}

export interface TrendChartProps {
  readonly points: readonly TrendPoint[]
  readonly name: string
  readonly hint: string
  readonly describe: (index: number) => string
  readonly number: (value: number) => string
  /** CSS pixels. */
  readonly height: number
}

const PAGE = 7
const AXIS_WIDTH = 56
const INSET = 16

/** A measure over time: the line is the estimate, the band its range. Arrows walk the points. */
export function TrendChart({ points, name, hint, describe, number, height }: TrendChartProps) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const [chosen, setChosen] = useState<number | null>(null)
  const last = points.length - 1
  const index = chosen === null ? null : Math.min(chosen, last)
  const data = points.map(({ key, label, estimate, short }) => ({
    key,
    label,
    short,
    value: estimate?.value ?? null,
    band: estimate === null ? null : [estimate.low, estimate.high],
  }))
  const labels = new Map(points.map(({ key, label }) => [key, label]))

  function onKeyDown(event: KeyboardEvent): void {
    const to = walkTo(event.key, index ?? last, last, PAGE)
    if (to === undefined) return
    event.preventDefault()
    setChosen(to)
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
        className="min-w-0"
        onKeyDown={onKeyDown}
        onFocus={() => {
          setChosen((now) => now ?? last)
        }}
        onBlur={() => {
          setChosen(null)
        }}
        onPointerLeave={() => {
          setChosen(null)
        }}
        onPointerMove={(event) => {
          const { left } = event.currentTarget.getBoundingClientRect()
          const step = (width - AXIS_WIDTH - 2 * INSET) / Math.max(1, last)
          setChosen(Math.max(0, Math.min(last, Math.round((event.clientX - left - AXIS_WIDTH - INSET) / step))))
        }}
      >
        {width > 0 && (
          <div aria-hidden="true">
            <ComposedChart
              width={width}
              height={height}
              data={data}
              accessibilityLayer={false}
              margin={{ top: 12, right: 0, bottom: 4, left: 0 }}
            >
              <YAxis
                width={AXIS_WIDTH}
                tickCount={3}
                tickFormatter={number}
                axisLine={false}
                tickLine={false}
                tick={{ fill: 'var(--ink-soft)', fontSize: 14 }}
              />
              <XAxis
                dataKey="key"
                padding={{ left: INSET, right: INSET }}
                tickFormatter={(key) => labels.get(String(key)) ?? ''}
                interval="preserveEnd"
                minTickGap={18}
                axisLine={{ stroke: 'var(--line)' }}
                tickLine={false}
                tick={{ fill: 'var(--ink-soft)', fontSize: 14 }}
                tickMargin={8}
              />
              <Area dataKey="band" stroke="none" fill="var(--accent)" fillOpacity={0.16} isAnimationActive={false} activeDot={false} type="linear" />
              {index !== null && <ReferenceLine x={points[index]?.key ?? ''} stroke="var(--ink)" strokeWidth={1.5} />}
              <Line
                dataKey="value"
                type="linear"
                stroke="var(--accent)"
                strokeWidth={2}
                isAnimationActive={false}
                activeDot={false}
                dot={({ key, cx, cy, payload }) => <Mark key={key} cx={cx} cy={cy} hollow={isShort(payload)} />}
              />
            </ComposedChart>
          </div>
        )}
      </div>
      <p dir="auto" className="mt-1 min-h-11 ps-14 text-sm text-ink-soft" data-part="looked-at">
        {index === null ? hint : describe(index)}
      </p>
    </div>
  )
}

function isShort(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'short' in payload && payload.short === true
}

function Mark({ cx, cy, hollow }: { readonly cx: number | undefined; readonly cy: number | undefined; readonly hollow: boolean }) {
  if (cx === undefined || cy === undefined || Number.isNaN(cy)) return <g />
  return <circle cx={cx} cy={cy} r={hollow ? 4.5 : 4} fill={hollow ? 'var(--paper)' : 'var(--accent)'} stroke="var(--accent)" strokeWidth={2} />
}
