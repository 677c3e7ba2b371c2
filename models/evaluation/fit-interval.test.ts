import fc from 'fast-check'
import { expect, it } from 'vitest'
import { estimateOf } from '../../electron/listener/counting/intervals'
import type { CountPair } from './count-errors'
import { fitInterval } from './fit-interval'

const anyScenes = fc.array(
  fc.record({ truth: fc.integer({ min: 0, max: 300 }), found: fc.integer({ min: 1, max: 300 }) }),
  { minLength: 10, maxLength: 80 },
)

function outside(scenes: readonly CountPair[], side: 'below' | 'above'): number {
  const fit = fitInterval(scenes)
  return scenes.filter(({ truth, found }) => {
    const { low, high } = estimateOf(found, fit ?? { lowest: 1, highest: 1 })
    // Rounding of the square roots may put a truth a hair outside.
    return side === 'below' ? truth < low - 1e-6 : truth > high + 1e-6
  }).length
}

it('an interval that is fitted leaves at most one truth in ten below and one in ten above', () => {
  fc.assert(
    fc.property(anyScenes, (scenes) => {
      expect(outside(scenes, 'below')).toBeLessThanOrEqual(scenes.length / 10)
      expect(outside(scenes, 'above')).toBeLessThanOrEqual(scenes.length / 10)
    }),
  )
})

it('is no wider than it must be', () => {
  const scenes = Array.from({ length: 99 }, (_, index) => ({ truth: 1_000 + 10 * (index - 49), found: 1_000 }))
  const fit = fitInterval(scenes)
  expect([outside(scenes, 'below'), outside(scenes, 'above')]).toEqual([9, 9])
  expect(fit?.highest).toBeCloseTo(1 + Math.sqrt(0.4 ** 2 - 1 / 1_000), 6)
})

it('takes no scene in which nothing was counted, and needs ten others', () => {
  expect(fitInterval(Array.from({ length: 9 }, () => ({ truth: 3, found: 3 })))).toBeNull()
  expect(fitInterval([...Array.from({ length: 10 }, () => ({ truth: 3, found: 3 })), { truth: 50, found: 0 }])).toEqual({ lowest: 1, highest: 1, scenes: 10 })
})
