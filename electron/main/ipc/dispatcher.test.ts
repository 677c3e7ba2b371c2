import { describe, expect, it } from 'vitest'
import { CHANNEL_NAMES, contract } from '../../../common/ipc/contract'
import type { Adult } from '../../../common/household'
import { AppError } from '../../../common/result'
import { combineHandlers, createDispatcher, type Handlers, type Refusal } from './dispatcher'
import type { Sender } from './sender'

const console_: Sender = { kind: 'console', isTopFrame: true, url: 'wonder://app/console/index.html#/today' }
const kiosk: Sender = { kind: 'kiosk', isTopFrame: true, url: 'wonder://app/kiosk/index.html' }
const owner: Adult = { id: '01890000-0000-7000-8000-000000000001', name: 'Ana', role: 'owner' }
const caregiver: Adult = { ...owner, role: 'caregiver' }

/** Every channel answers by saying that its handler ran; only the checks before it are under test. */
class Reached extends Error {}

function setUp(adult: Adult | null = owner, handlers: Partial<Handlers> = {}) {
  const refusals: Refusal[] = []
  const unexpected: unknown[] = []
  const reached = Object.fromEntries(
    CHANNEL_NAMES.map((name) => [
      name,
      () => {
        throw new Reached(name)
      },
    ]),
  ) as unknown as Handlers // true: every channel's name has a function that never returns
  const dispatch = createDispatcher({
    handlers: { ...reached, ...handlers },
    signedInAdult: () => adult,
    isOpenNow: () => true,
    onRefusal: (refusal) => refusals.push(refusal),
    onUnexpectedError: (_channel, error) => unexpected.push(error),
  })
  const handlerRan = (): boolean => unexpected.some((error) => error instanceof Reached)
  return { dispatch, refusals, handlerRan }
}

describe('a call is refused, and the handler not run,', () => {
  it.each<[string, Sender, unknown, unknown, Adult | null, string]>([
    ['on an unknown channel', console_, 'data.dumpEverything', undefined, owner, 'unknown-channel'],
    ['on a channel named like a prototype member', console_, '__proto__', undefined, owner, 'unknown-channel'],
    ['on a channel named toString', console_, 'toString', undefined, owner, 'unknown-channel'],
    ['on a channel that is not text', console_, { toString: () => 'app.state' }, undefined, owner, 'unknown-channel'],
    ['from the kiosk on a console channel', kiosk, 'speech.day', undefined, owner, 'forbidden-sender'],
    ['from the console on a kiosk channel', console_, 'kiosk.requestExit', undefined, owner, 'forbidden-sender'],
    ['from a sub-frame', { ...console_, isTopFrame: false }, 'app.state', undefined, owner, 'forbidden-sender'],
    ['from an unlisted window', { ...console_, kind: null }, 'app.state', undefined, owner, 'forbidden-sender'],
    ['from a foreign origin', { ...console_, url: 'https://app/console/index.html' }, 'app.state', undefined, owner, 'forbidden-sender'],
    ['from an origin that starts like ours', { ...console_, url: 'wonder://app.evil/console/index.html' }, 'app.state', undefined, owner, 'forbidden-sender'],
    ['from an origin with our name as user', { ...console_, url: 'wonder://app@evil/console/index.html' }, 'app.state', undefined, owner, 'forbidden-sender'],
    ['from about:blank', { ...console_, url: 'about:blank' }, 'app.state', undefined, owner, 'forbidden-sender'],
    ['from a frame without address', { ...console_, url: '' }, 'app.state', undefined, owner, 'forbidden-sender'],
    ['from a data: page', { ...console_, url: 'data:text/html,x' }, 'app.state', undefined, owner, 'forbidden-sender'],
    ['from a console window that shows the kiosk page', { ...console_, url: kiosk.url }, 'app.state', undefined, owner, 'forbidden-sender'],
    ['without a signed-in adult', console_, 'settings.get', undefined, null, 'forbidden-role'],
    ['with too low a role', console_, 'data.backUpNow', undefined, caregiver, 'forbidden-role'],
    ['with a payload of the wrong shape', console_, 'children.list', { includeArchived: 'yes' }, owner, 'invalid-input'],
    ['with no payload where one is needed', console_, 'children.list', undefined, owner, 'invalid-input'],
    ['with a payload where none is expected', console_, 'app.state', { extra: 1 }, owner, 'invalid-input'],
    ['with an own __proto__ key', console_, 'children.list', JSON.parse('{"includeArchived":true,"__proto__":{"role":"owner"}}'), owner, 'invalid-input'],
    ['with a constructor key deep inside', console_, 'settings.update', { listening: { constructor: { x: 1 } } }, owner, 'invalid-input'],
  ])('%s', async (_name, sender, channel, input, adult, code) => {
    const { dispatch, refusals, handlerRan } = setUp(adult)
    const result = await dispatch(sender, channel, input)
    expect(result).toMatchObject({ ok: false, error: { code } })
    expect(handlerRan()).toBe(false)
    expect(refusals).toHaveLength(1)
    expect(refusals[0]?.code).toBe(code)
  })

  it('while the kiosk holds the screen', async () => {
    const refusals: Refusal[] = []
    const dispatch = createDispatcher({
      handlers: setUp().dispatch as never, // true enough: no handler is looked up before the refusal
      signedInAdult: () => owner,
      isOpenNow: (name) => name === 'app.state',
      onRefusal: (refusal) => refusals.push(refusal),
      onUnexpectedError: () => undefined,
    })
    expect(await dispatch(console_, 'settings.get', undefined)).toMatchObject({ error: { code: 'forbidden-sender' } })
    expect(refusals).toHaveLength(1)
  })

  it('never with what was sent in the audit trail', async () => {
    const { dispatch, refusals } = setUp()
    await dispatch(console_, 'Emma was here', undefined)
    expect(JSON.stringify(refusals)).not.toContain('Emma')
  })
})

describe('a proper call', () => {
  it.each(CHANNEL_NAMES.filter((name) => contract[name].role !== 'none'))('to %s needs a role', async (name) => {
    const { dispatch, handlerRan } = setUp(null)
    const sender = (contract[name].windows as readonly string[]).includes('console') ? console_ : kiosk
    expect(await dispatch(sender, name, undefined)).toMatchObject({ error: { code: 'forbidden-role' } })
    expect(handlerRan()).toBe(false)
  })

  it('reaches its handler and comes back checked', async () => {
    const { dispatch } = setUp(owner, { 'children.list': ({ includeArchived }) => (includeArchived ? [] : []) })
    expect(await dispatch(console_, 'children.list', { includeArchived: true })).toEqual({ ok: true, value: [] })
  })

  it('gives typed errors to the window', async () => {
    const { dispatch } = setUp(null, {
      'session.signIn': () => {
        throw new AppError('too-many-attempts', 'Wait a little.', { retryAfterMs: 5_000 })
      },
    })
    expect(await dispatch(console_, 'session.signIn', { adultId: owner.id, password: 'x' })).toEqual({
      ok: false,
      error: { code: 'too-many-attempts', message: 'Wait a little.', retryAfterMs: 5_000 },
    })
  })

  it('hides what an unforeseen error says', async () => {
    const { dispatch } = setUp(owner, {
      'settings.get': () => {
        throw new Error('/home/ana/secret')
      },
    })
    const result = await dispatch(console_, 'settings.get', undefined)
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(result)).not.toContain('secret')
  })

  it('is not answered with data that the contract does not name', async () => {
    const { dispatch } = setUp(owner, { 'kiosk.cancelExit': () => 'a secret' as never })
    expect(await dispatch(console_, 'kiosk.cancelExit', undefined)).toMatchObject({ error: { code: 'internal' } })
  })
})

describe('combineHandlers', () => {
  it('does not let an app start with an unhandled channel', () => {
    expect(() => combineHandlers([{ 'app.quit': () => undefined }])).toThrow('Channels without a handler: app.state')
  })
  it('does not let an app start with a doubly handled channel', () => {
    expect(() => combineHandlers([{ 'app.quit': () => undefined }, { 'app.quit': () => undefined }])).toThrow(
      'Channel handled twice: app.quit',
    )
  })
  it('does not let an app start with a channel outside the contract', () => {
    const handlers: Partial<Handlers> = { ['app.secret' as never]: () => undefined } // true: that is the point of the test
    expect(() => combineHandlers([handlers])).toThrow('not in the contract: app.secret')
  })
})
