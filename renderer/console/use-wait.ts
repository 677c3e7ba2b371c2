import { useState } from 'react'
import { useCountdown } from '../ui/use-countdown'
import { CallError } from './bridge'

export interface Wait {
  /** Whole seconds until another try is accepted; 0 when one is. */
  readonly secondsLeft: number
  /** Remembers the wait that a refused try asks for. */
  readonly after: (error: unknown) => void
}

/** The growing wait after wrong tries. `retryAt` is what the app's state says (UTC milliseconds). */
export function useWait(retryAt: number | null): Wait {
  const [refusedUntil, setRefusedUntil] = useState<number | null>(null)
  const until = Math.max(retryAt ?? 0, refusedUntil ?? 0)
  const secondsLeft = useCountdown(until === 0 ? null : until)
  return {
    secondsLeft,
    after: (error) => {
      if (error instanceof CallError && error.retryAfterMs !== undefined) setRefusedUntil(Date.now() + error.retryAfterMs)
    },
  }
}
