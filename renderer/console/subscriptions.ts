import { QueryClient } from '@tanstack/react-query'
import { drop } from '../../common/assert'
import { useFreshCode } from './features/first-run/fresh-code-store'
import { invalidate, queryKey } from './bridge'

/** The page's memory of answers. Nothing is retried by itself: main answers from this computer, and says why not. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 15_000, networkMode: 'always', refetchOnWindowFocus: true },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** Keeps the answers in step with what main tells unasked. Returns a function that ends it. */
export function subscribe(client: QueryClient): () => void {
  const { events } = window.wonder
  const ends = [
    events['app.stateChanged'](() => {
      drop(onStateChanged(client))
    }),
    events['listening.statusChanged']((status) => {
      client.setQueryData(queryKey('listening.status'), status)
    }),
    events['speech.updated'](() => {
      drop(invalidate(client, ['speech.day', 'speech.periods', 'speech.hours']))
    }),
    events['settings.changed']((settings) => {
      client.setQueryData(queryKey('settings.get'), settings)
      // The family's days may begin at another time now.
      drop(invalidate(client, ['speech.day', 'speech.periods', 'speech.hours']))
    }),
  ]
  return () => {
    for (const end of ends) end()
  }
}

async function onStateChanged(client: QueryClient): Promise<void> {
  await invalidate(client, ['app.state'])
  const state = client.getQueryData(queryKey('app.state'))
  // Whoever signs out or is locked out leaves nothing of the family in this page's memory.
  if (isSignedIn(state)) {
    await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'app.state' })
  } else {
    useFreshCode.getState().forget()
    client.removeQueries({
      predicate: ({ queryKey: [name] }) => name !== 'app.state' && name !== 'listening.status',
    })
  }
}

function isSignedIn(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'stage' in state && state.stage === 'signed-in'
}
