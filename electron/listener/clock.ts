import { uptime } from 'node:os'

/** The two clocks a session needs. */
export interface Clock {
  /** UTC milliseconds; people and time servers may set it. Only used to place the start of a session. */
  wallMs(): number
  /** Milliseconds that never run back and go on while the computer sleeps. */
  steadyMs(): number
}

/**
 * Node's own monotonic clock stands still during sleep on Linux, the system's up-time does not but counts whole seconds
 * there. The larger of the two advances since the start, less that second, is good to a second after a sleep and exact
 * without one.
 */
export function systemClock(): Clock {
  const monotonicStart = performance.now()
  const uptimeStart = uptime()
  let last = 0
  return {
    wallMs: () => Date.now(),
    steadyMs: () => {
      const awake = performance.now() - monotonicStart
      const withSleep = (uptime() - uptimeStart - 1) * 1000
      last = Math.max(last, awake, withSleep)
      return last
    },
  }
}
