import { describe, expect, it } from 'vitest'
import { measurement, quantile } from './results'

describe('quantile', () => {
  it('takes the nearest rank', () => {
    const samples = [5, 1, 4, 2, 3]
    expect(quantile(samples, 0.5)).toBe(3)
    expect(quantile(samples, 0.95)).toBe(5)
    expect(quantile(samples, 0.2)).toBe(1)
  })
  it('refuses an empty set', () => {
    expect(() => quantile([], 0.5)).toThrow('no samples')
  })
})

describe('measurement', () => {
  it('says honestly whether the budget is met', () => {
    expect(measurement('a', 'ms', 4.9, 5).met).toBe(true)
    expect(measurement('a', 'ms', 5, 5).met).toBe(false)
    expect(measurement('a', 'ms', 5).met).toBeNull()
  })
})
