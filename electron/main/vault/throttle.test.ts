import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_ATTEMPTS, remainingWaitMs, withFailure, type Attempts } from './throttle'

const UPTIME = 10_000_000
const after = (failures: number): Attempts => ({ failures, lastFailureUptimeMs: UPTIME })

describe('remainingWaitMs', () => {
  it.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 5_000],
    [4, 15_000],
    [5, 60_000],
    [6, 300_000],
    [7, 900_000],
    [8, 900_000],
    [5_000, 900_000],
  ])('after %i wrong tries is %i ms', (failures, waitMs) => {
    expect(remainingWaitMs(after(failures), UPTIME)).toBe(waitMs)
  })

  it('runs down with the uptime', () => {
    expect(remainingWaitMs(after(5), UPTIME + 20_000)).toBe(40_000)
    expect(remainingWaitMs(after(5), UPTIME + 60_000)).toBe(0)
  })

  it('counts only the time since the start when the computer was restarted', () => {
    expect(remainingWaitMs(after(6), 100_000)).toBe(200_000)
    expect(remainingWaitMs(after(6), 300_000)).toBe(0)
  })

  it('is never longer than the longest wait and never negative', () => {
    const attempts = fc.record({ failures: fc.nat(100), lastFailureUptimeMs: fc.nat() })
    fc.assert(
      fc.property(attempts, fc.nat(), (state, uptimeMs) => {
        const waitMs = remainingWaitMs(state, uptimeMs)
        expect(waitMs).toBeGreaterThanOrEqual(0)
        expect(waitMs).toBeLessThanOrEqual(900_000)
      }),
    )
  })

  it('never shrinks by one more wrong try', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(), (failures, uptimeMs) => {
        const before: Attempts = { failures, lastFailureUptimeMs: uptimeMs }
        expect(remainingWaitMs(withFailure(before, uptimeMs), uptimeMs)).toBeGreaterThanOrEqual(remainingWaitMs(before, uptimeMs))
      }),
    )
  })

  it('asks for no wait at first', () => {
    expect(remainingWaitMs(NO_ATTEMPTS, 0)).toBe(0)
  })
})
