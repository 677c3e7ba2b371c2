import { afterEach, describe, expect, it, vi } from 'vitest'
import { CallError, call, queryKey } from './bridge'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** The preload's side, which only exists inside Electron. */
function preload(answer: unknown): { readonly asked: unknown[] } {
  const asked: unknown[] = []
  const send = (...args: unknown[]) => {
    asked.push(args)
    return Promise.resolve(answer)
  }
  vi.stubGlobal('window', { wonder: { calls: { 'app.state': send, 'session.unlock': send } } })
  return { asked }
}

describe('call', () => {
  it('gives the value, and passes no argument where the channel takes none', async () => {
    const { asked } = preload({ ok: true, value: { stage: 'first-run' } })
    await expect(call('app.state')).resolves.toEqual({ stage: 'first-run' })
    expect(asked).toEqual([[]])
  })

  it('throws every refusal with its code and its wait', async () => {
    preload({ ok: false, error: { code: 'too-many-attempts', message: 'Wait.', retryAfterMs: 4000 } })
    const refusal = call('session.unlock', { password: 'x' })
    await expect(refusal).rejects.toBeInstanceOf(CallError)
    await expect(refusal).rejects.toMatchObject({ code: 'too-many-attempts', retryAfterMs: 4000 })
  })
})

it('keeps answers by channel first, so that a channel can be asked again as a whole', () => {
  expect(queryKey('children.list', { includeArchived: true })).toEqual(['children.list', { includeArchived: true }])
  expect(queryKey('children.list')).toEqual(['children.list'])
})
