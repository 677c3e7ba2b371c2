import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HOLD_MS, createHold } from './hold'

describe('holding the parents’ door', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('opens after two seconds and not before', () => {
    const done = vi.fn()
    createHold(vi.fn(), done).start()
    vi.advanceTimersByTime(HOLD_MS - 1)
    expect(done).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(done).toHaveBeenCalledTimes(1)
  })

  it('does not open when let go early, and begins anew at the next press', () => {
    const done = vi.fn()
    const hold = createHold(vi.fn(), done)
    hold.start()
    vi.advanceTimersByTime(HOLD_MS - 1)
    hold.release()
    hold.start()
    vi.advanceTimersByTime(HOLD_MS - 1)
    expect(done).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(done).toHaveBeenCalledTimes(1)
  })

  it('takes key repeat for one hold', () => {
    const changes: boolean[] = []
    const done = vi.fn()
    const hold = createHold((held) => changes.push(held), done)
    for (let repeat = 0; repeat < 10; repeat += 1) {
      hold.start()
      vi.advanceTimersByTime(250)
    }
    expect(done).toHaveBeenCalledTimes(1)
    expect(changes.slice(0, 2)).toEqual([true, false])
  })
})
