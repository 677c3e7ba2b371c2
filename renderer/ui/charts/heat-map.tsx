import { scaleLinear } from '@visx/scale'
import { type KeyboardEvent, useRef, useState } from 'react'

export interface HeatLine {
  readonly key: string
  /** Read out. */
  readonly name: string
  /** Stands beside the row or over the column; empty leaves it out. */
  readonly label: string
}

export interface HeatMapProps {
  readonly name: string
  readonly hint: string
  /** What the rows are. */
  readonly corner: string
  readonly rows: readonly HeatLine[]
  readonly columns: readonly HeatLine[]
  /** By row, then column; null where there is nothing to say. */
  readonly values: readonly (readonly (number | null)[])[]
  readonly describe: (row: number, column: number) => string
}

interface Place {
  readonly row: number
  readonly column: number
}

/** Rows of cells, darker for more. One cell is in the tab order; arrows walk, and what it says stands below. */
export function HeatMap({ name, hint, corner, rows, columns, values, describe }: HeatMapProps) {
  const grid = useRef<HTMLDivElement>(null)
  const [home, setHome] = useState<Place>({ row: 0, column: 0 })
  const [looked, setLooked] = useState<Place | null>(null)
  const row = Math.min(home.row, rows.length - 1)
  const column = Math.min(home.column, columns.length - 1)
  const top = Math.max(1, ...values.flat().map((value) => value ?? 0))
  // Even nothing heard is a little tinted: it was listened to, unlike the blank cells.
  const strength = scaleLinear({ domain: [0, top], range: [10, 100] })

  function onKeyDown(event: KeyboardEvent): void {
    const [down, right] = MOVES.get(event.key) ?? [0, 0]
    if (down === 0 && right === 0) return
    event.preventDefault()
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, row + down)),
      column: Math.max(0, Math.min(columns.length - 1, column + right)),
    }
    setHome(next)
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus()
  }

  return (
    <div dir="ltr">
      <div
        ref={grid}
        role="grid"
        aria-label={name}
        aria-readonly="true"
        className="grid gap-[3px] text-sm"
        style={{ gridTemplateColumns: `minmax(5.5rem, max-content) repeat(${columns.length}, minmax(0, 1fr))` }}
        onKeyDown={onKeyDown}
        onPointerLeave={() => {
          setLooked(null)
        }}
      >
        <div role="row" className="contents">
          <span role="columnheader">
            <span className="sr-only">{corner}</span>
          </span>
          {columns.map(({ key, name: columnName, label }, index) => (
            <span key={key} role="columnheader" className="overflow-visible whitespace-nowrap text-ink-soft">
              <span className="sr-only">{columnName}</span>
              <span aria-hidden className={index % 2 === 1 ? 'max-lg:invisible' : undefined}>
                {label}
              </span>
            </span>
          ))}
        </div>
        {rows.map((line, rowIndex) => (
          <div key={line.key} role="row" className="contents">
            <span role="rowheader" aria-label={line.name} className="pe-3 leading-6 whitespace-nowrap text-ink-soft">
              {line.label}
            </span>
            {columns.map((each, columnIndex) => {
              const value = values[rowIndex]?.[columnIndex] ?? null
              const isHome = rowIndex === row && columnIndex === column
              return (
                <span
                  key={each.key}
                  role="gridcell"
                  tabIndex={isHome ? 0 : -1}
                  data-cell={`${rowIndex}-${columnIndex}`}
                  aria-label={describe(rowIndex, columnIndex)}
                  className="min-h-6 rounded-[5px] border border-transparent data-[blank=true]:border-line/70"
                  data-blank={value === null}
                  style={value === null ? undefined : { background: `color-mix(in oklab, var(--accent) ${strength(value)}%, var(--card))` }}
                  onFocus={() => {
                    setHome({ row: rowIndex, column: columnIndex })
                    setLooked({ row: rowIndex, column: columnIndex })
                  }}
                  onBlur={() => {
                    setLooked(null)
                  }}
                  onPointerEnter={() => {
                    setLooked({ row: rowIndex, column: columnIndex })
                  }}
                />
              )
            })}
          </div>
        ))}
      </div>
      <p dir="auto" className="mt-2 min-h-11 text-sm text-ink-soft" data-part="looked-at">
        {looked === null ? hint : describe(Math.min(looked.row, rows.length - 1), looked.column)}
      </p>
    </div>
  )
}

/** Rows down and columns right for each key. */
const MOVES: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowDown', [1, 0]],
  ['ArrowUp', [-1, 0]],
  ['ArrowRight', [0, 1]],
  ['ArrowLeft', [0, -1]],
  ['PageDown', [7, 0]],
  ['PageUp', [-7, 0]],
  ['Home', [0, -Infinity]],
  ['End', [0, Infinity]],
])
