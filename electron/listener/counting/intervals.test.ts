import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BASELINE_ERRORS, estimateOf, MODEL_ERRORS } from './intervals'

describe('80 % intervals', () => {
  const errors = fc.constantFrom(...Object.values(BASELINE_ERRORS), ...Object.values(MODEL_ERRORS))

  it('hold the count, never go below nothing and grow with it', () => {
    fc.assert(
      fc.property(fc.nat(100_000), errors, (count, error) => {
        const { value, low, high } = estimateOf(count, error)
        const more = estimateOf(count + 1, error)
        expect(value).toBe(count)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(count)
        expect(high).toBeGreaterThanOrEqual(count)
        expect(more.high).toBeGreaterThan(high)
      }),
    )
  })
  it('reach the measured factors for large counts and are wider in proportion for small ones', () => {
    const large = estimateOf(1_000_000, BASELINE_ERRORS.adultWords)
    expect(large.low / large.value).toBeCloseTo(BASELINE_ERRORS.adultWords.lowest, 2)
    expect(large.high / large.value).toBeCloseTo(BASELINE_ERRORS.adultWords.highest, 2)
    const small = estimateOf(4, BASELINE_ERRORS.adultWords)
    expect(small.high / small.value).toBeGreaterThan(1.5)
  })
})
