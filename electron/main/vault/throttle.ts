import { z } from 'zod'

/**
 * Growing waits after wrong passwords and codes; sign-in, unlocking and the recovery code share one count.
 *
 * Waits are measured with the computer's uptime, which nobody can set, instead of the clock on the wall: setting the
 * clock forward ends no wait, setting it back makes none longer. After a restart of the computer only the time since
 * then is known to have passed, and only that is counted.
 */
export const attemptsSchema = z.object({
  /** Wrong tries since the last right one. */
  failures: z.number().int().min(0),
  /** The computer's uptime at the last wrong try, in milliseconds. */
  lastFailureUptimeMs: z.number().min(0),
})
export type Attempts = Readonly<z.infer<typeof attemptsSchema>>

export const NO_ATTEMPTS: Attempts = { failures: 0, lastFailureUptimeMs: 0 }

const FREE_TRIES = 3
const SECOND = 1_000
const WAITS_MS = [5 * SECOND, 15 * SECOND, 60 * SECOND, 300 * SECOND, 900 * SECOND] as const
const LONGEST_WAIT_MS = 900 * SECOND

/** How long until another try is accepted, in milliseconds; 0 when it is now. */
export function remainingWaitMs(attempts: Attempts, uptimeMs: number): number {
  const waitMs = waitAfter(attempts.failures)
  const restarted = uptimeMs < attempts.lastFailureUptimeMs
  const passedMs = restarted ? uptimeMs : uptimeMs - attempts.lastFailureUptimeMs
  return Math.max(0, waitMs - passedMs)
}

export function withFailure(attempts: Attempts, uptimeMs: number): Attempts {
  return { failures: attempts.failures + 1, lastFailureUptimeMs: uptimeMs }
}

function waitAfter(failures: number): number {
  if (failures < FREE_TRIES) return 0
  return WAITS_MS[failures - FREE_TRIES] ?? LONGEST_WAIT_MS
}
