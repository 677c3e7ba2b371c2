import {
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { ConsoleBridge } from '../../common/ipc/bridge'
import type { ChannelInput, ChannelOutput, ChannelsOf } from '../../common/ipc/contract'
import type { ErrorCode } from '../../common/ipc/errors'
import type { AppErrorData, Result } from '../../common/result'

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly wonder: ConsoleBridge
  }
}

export type Channel = ChannelsOf<'console'>

/** A call that the main process refused or could not do. */
export class CallError extends Error {
  override readonly name = 'CallError'
  readonly code: ErrorCode
  /** Milliseconds to wait before another try makes sense. */
  readonly retryAfterMs: number | undefined

  constructor(data: AppErrorData) {
    super(data.message)
    this.code = data.code
    this.retryAfterMs = data.retryAfterMs
  }
}

/** The input as arguments: none for channels that take nothing. */
export type Args<Name extends Channel> = [ChannelInput<Name>] extends [undefined] ? [] : [input: ChannelInput<Name>]

/** Asks the main process. Throws {@link CallError} for every answer that is not what was asked for. */
export async function call<Name extends Channel>(name: Name, ...args: Args<Name>): Promise<ChannelOutput<Name>> {
  // True: `Args` and `ChannelOutput` are built from the same contract entry as the bridge's function of that name.
  const send = window.wonder.calls[name] as (...args: Args<Name>) => Promise<Result<ChannelOutput<Name>>>
  const result = await send(...args)
  if (!result.ok) throw new CallError(result.error)
  return result.value
}

/** The key under which an answer is kept. Without input: the beginning of all keys of that channel. */
export function queryKey<Name extends Channel>(name: Name, ...args: Args<Name> | []): readonly unknown[] {
  return [name, ...args]
}

interface CallOptions {
  /** False: not asked yet, for instance while no child is chosen. */
  readonly enabled?: boolean
  readonly refetchIntervalMs?: number
}

/** An answer that the page shows and keeps up to date. `error` is a {@link CallError}. */
export function useCall<Name extends Channel>(
  name: Name,
  args: Args<Name>,
  { enabled = true, refetchIntervalMs }: CallOptions = {},
): UseQueryResult<ChannelOutput<Name>> {
  return useQuery({
    queryKey: queryKey(name, ...args),
    // A channel may answer with nothing at all, and a query may not: null stands for it.
    queryFn: async () => (await call(name, ...args)) ?? (null as ChannelOutput<Name>), // true: only channels whose output is undefined
    enabled,
    ...(refetchIntervalMs === undefined ? {} : { refetchInterval: refetchIntervalMs }),
  })
}

/** Something the user does. Afterwards every answer of the channels named is asked for again. */
export function useCommand<Name extends Channel>(
  name: Name,
  invalidates: readonly Channel[] = [],
): UseMutationResult<ChannelOutput<Name>, Error, ChannelInput<Name>> {
  const client = useQueryClient()
  return useMutation({
    // True: for channels without input the variable is undefined and the bridge's function ignores it.
    mutationFn: (input: ChannelInput<Name>) => call(name, ...((input === undefined ? [] : [input]) as Args<Name>)),
    onSuccess: () => invalidate(client, invalidates),
  })
}

/** Asks again for every answer of these channels that a page shows. */
export async function invalidate(client: QueryClient, channels: readonly Channel[]): Promise<void> {
  await Promise.all(channels.map((name) => client.invalidateQueries({ queryKey: [name] })))
}
