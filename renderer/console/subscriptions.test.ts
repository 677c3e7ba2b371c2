import { afterEach, expect, it, vi } from 'vitest'
import { queryKey } from './bridge'
import { useFreshCode } from './features/first-run/fresh-code-store'
import { createQueryClient, subscribe } from './subscriptions'

afterEach(() => {
  vi.unstubAllGlobals()
})

type Listener = (payload?: unknown) => void

/** The preload's events, which only exist inside Electron. */
function preload(): Map<string, Listener> {
  const heard = new Map<string, Listener>()
  const names = ['app.stateChanged', 'listening.statusChanged', 'speech.updated', 'settings.changed']
  const events = Object.fromEntries(
    names.map((name) => [
      name,
      (listener: Listener) => {
        heard.set(name, listener)
        return () => heard.delete(name)
      },
    ]),
  )
  vi.stubGlobal('window', { wonder: { events } })
  return heard
}

function clientWith(stage: string) {
  const client = createQueryClient()
  client.setQueryData(queryKey('app.state'), { stage })
  client.setQueryData(queryKey('listening.status'), { state: 'listening' })
  client.setQueryData(queryKey('children.list', { includeArchived: false }), [{ name: 'Emma' }])
  return client
}

it('forgets the family, and a code being shown, as soon as nobody is signed in', async () => {
  const heard = preload()
  const client = clientWith('signed-out')
  useFreshCode.getState().show('7K2QX')
  subscribe(client)
  heard.get('app.stateChanged')?.()
  await vi.waitFor(() => {
    expect(client.getQueryData(queryKey('children.list', { includeArchived: false }))).toBeUndefined()
  })
  expect(useFreshCode.getState().recoveryCode).toBeNull()
  expect(client.getQueryData(queryKey('listening.status'))).toEqual({ state: 'listening' })
})

it('keeps what it knows while somebody is signed in, and asks again', async () => {
  const heard = preload()
  const client = clientWith('signed-in')
  subscribe(client)
  heard.get('app.stateChanged')?.()
  await vi.waitFor(() => {
    expect(client.getQueryState(queryKey('children.list', { includeArchived: false }))?.isInvalidated).toBe(true)
  })
  expect(client.getQueryData(queryKey('children.list', { includeArchived: false }))).toEqual([{ name: 'Emma' }])
})

it('shows what main tells unasked, until it is ended', () => {
  const heard = preload()
  const client = clientWith('signed-in')
  const end = subscribe(client)
  heard.get('listening.statusChanged')?.({ state: 'paused' })
  expect(client.getQueryData(queryKey('listening.status'))).toEqual({ state: 'paused' })
  end()
  expect(heard.size).toBe(0)
})
