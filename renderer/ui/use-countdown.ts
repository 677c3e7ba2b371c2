import { useEffect, useState } from 'react'

/** Whole seconds until a moment (UTC milliseconds), counted down to 0; 0 when there is nothing to wait for. */
export function useCountdown(untilMs: number | null): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    if (untilMs === null) return
    const tick = () => {
      const now = Date.now()
      setNowMs(now)
      if (now >= untilMs) clearInterval(timer)
    }
    const timer = setInterval(tick, 250)
    tick()
    return () => {
      clearInterval(timer)
    }
  }, [untilMs])
  return untilMs === null ? 0 : Math.max(0, Math.ceil((untilMs - nowMs) / 1000))
}
