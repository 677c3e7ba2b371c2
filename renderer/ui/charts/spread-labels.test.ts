import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadLabels } from './spread-labels'

describe('labels beside a chart', () => {
  it('stay where they are when there is room', () => {
    expect(spreadLabels([20, 80, 150], 20, 200)).toEqual([20, 80, 150])
  })

  it('never cover each other, never leave the chart, never change order', () => {
    const centres = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 9 }).map((all) => all.toSorted((a, b) => a - b))
    fc.assert(
      fc.property(centres, (all) => {
        const placed = spreadLabels(all, 20, 200)
        placed.forEach((centre, index) => {
          expect(centre).toBeGreaterThanOrEqual(10 - 1e-9)
          expect(centre).toBeLessThanOrEqual(190 + 1e-9)
          if (index > 0) expect(centre - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(20 - 1e-9)
        })
      }),
    )
  })

  it('share the room evenly when there is too little', () => {
    expect(spreadLabels([0, 0, 0, 0], 50, 100)).toEqual([12.5, 37.5, 62.5, 87.5])
  })
})
