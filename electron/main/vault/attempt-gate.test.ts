import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../common/result'
import { createAttemptGate, type AttemptGate } from './attempt-gate'
import { NO_ATTEMPTS, type Attempts } from './throttle'

let saved: Attempts
let failSaving: boolean
const newGate = (): AttemptGate =>
  createAttemptGate({
    load: () => saved,
    save: (attempts) => {
      if (failSaving) throw new AppError('disk-full', 'full')
      saved = attempts
    },
    uptimeMs: () => 1_000_000,
  })
const refusal = () => new AppError('wrong-password', 'wrong')
const wrong = () => Promise.resolve(undefined)

beforeEach(() => {
  saved = NO_ATTEMPTS
  failSaving = false
})

describe('an attempt', () => {
  it('is counted before it is checked: killing the app in the middle gives no free guess', async () => {
    for (let starts = 0; starts < 3; starts += 1) {
      void newGate().attempt(() => new Promise<true>(() => undefined), refusal)
      await Promise.resolve()
    }
    expect(saved.failures).toBe(3)
    await expect(newGate().attempt(() => Promise.resolve(true), refusal)).rejects.toEqual(
      expect.objectContaining({ code: 'too-many-attempts', retryAfterMs: 5_000 }),
    )
  })

  it('that begins a wait says how long it is', async () => {
    const gate = newGate()
    const waits: (number | undefined)[] = []
    for (let tries = 0; tries < 3; tries += 1) {
      const error: unknown = await gate.attempt(wrong, refusal).catch((reason: unknown) => reason)
      expect(error).toEqual(expect.objectContaining({ code: 'wrong-password' }))
      waits.push(error instanceof AppError ? error.retryAfterMs : -1)
    }
    expect(waits).toEqual([undefined, undefined, 5_000])
  })

  it('waits for the one before it', async () => {
    const gate = newGate()
    let running = 0
    let most = 0
    const slow = async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 2))
      running -= 1
      return true
    }
    await Promise.all(Array.from({ length: 5 }, () => gate.attempt(slow, refusal)))
    expect(most).toBe(1)
  })

  it('that could not be checked is not counted', async () => {
    const gate = newGate()
    await expect(gate.attempt(() => Promise.reject(new Error('no memory')), refusal)).rejects.toThrow('no memory')
    expect(saved).toEqual(NO_ATTEMPTS)
  })

  it('is counted in memory when the disk is full, and the right one still opens', async () => {
    failSaving = true
    const gate = newGate()
    await expect(gate.attempt(wrong, refusal)).rejects.toThrow('wrong')
    expect(await gate.attempt(() => Promise.resolve('open'), refusal)).toBe('open')
    for (let tries = 0; tries < 3; tries += 1) await expect(gate.attempt(wrong, refusal)).rejects.toThrow('wrong')
    expect(gate.remainingMs()).toBe(5_000)
  })
})
