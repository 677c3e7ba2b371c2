import { useEffect } from 'react'
import { call } from '../bridge'

/** Often enough for an idle lock of one minute, seldom enough to cost nothing. */
const AT_MOST_EVERY_MS = 15_000

/** Tells main that somebody is there, so that the idle lock waits. */
export function useTouch(): void {
  useEffect(() => {
    let lastMs = 0
    const touch = () => {
      const now = performance.now()
      if (lastMs !== 0 && now - lastMs < AT_MOST_EVERY_MS) return
      lastMs = now
      // Refused only when nobody is signed in any more; the state's event then shows the sign-in.
      call('session.touch').catch(() => undefined)
    }
    const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const kind of kinds) window.addEventListener(kind, touch, { passive: true })
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, touch)
    }
  }, [])
}
