/** How long the parents' door wants to be held. A small child's curious press is shorter. */
export const HOLD_MS = 2000

export interface HoldTimer {
  /** Starts a hold; a second start while one runs changes nothing. */
  start(): void
  /** Lets go before the time was over. */
  release(): void
}

/**
 * A press that counts only when it lasts {@link HOLD_MS} without letting go.
 * `onChange` hears whether a hold runs, `onDone` each time one was long enough.
 */
export function createHold(onChange: (held: boolean) => void, onDone: () => void): HoldTimer {
  let timer: ReturnType<typeof setTimeout> | null = null

  function end(): void {
    if (timer === null) return
    clearTimeout(timer)
    timer = null
    onChange(false)
  }

  return {
    start() {
      if (timer !== null) return
      timer = setTimeout(() => {
        end()
        onDone()
      }, HOLD_MS)
      onChange(true)
    },
    release: end,
  }
}
