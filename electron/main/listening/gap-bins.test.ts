import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BIN_MS } from '../../../common/listening/metrics'
import { gapBins } from './gap-bins'

describe('gapBins', () => {
  it('is empty for an empty stretch', () => {
    expect(gapBins(1_000, 1_000)).toEqual([])
  })

  it('covers the stretch exactly, never crossing the 5-minute grid', () => {
    fc.assert(
      fc.property(fc.nat(10 * BIN_MS), fc.integer({ min: 1, max: 20 * BIN_MS }), (startedAt, length) => {
        const bins = gapBins(startedAt, startedAt + length)
        expect(bins.reduce((sum, bin) => sum + bin.gapMs, 0)).toBe(length)
        bins.forEach((bin, index) => {
          expect(bin.endedAt - bin.startedAt).toBe(bin.gapMs)
          expect(Math.floor(bin.startedAt / BIN_MS)).toBe(Math.floor((bin.endedAt - 1) / BIN_MS))
          expect(bin.startedAt).toBe(index === 0 ? startedAt : bins[index - 1]?.endedAt)
        })
      }),
    )
  })
})
