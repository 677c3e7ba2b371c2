import { type ChannelInput, type ChannelName, type ChannelOutput, CHANNEL_NAMES, contract } from '../../../common/ipc/contract'
import type { RequiredRole, WindowKind } from '../../../common/ipc/define'
import type { Adult } from '../../../common/household'
import { AppError, type Result } from '../../../common/result'
import { type Sender, trustedKind } from './sender'

export interface CallContext {
  readonly kind: WindowKind
  /** The signed-in adult; null only on channels that need no role. */
  readonly adult: Adult | null
}

/** Who acts, for the audit trail: an adult's id, or the kind of window when nobody is signed in. */
export function actorOf(context: CallContext): string {
  return context.adult?.id ?? context.kind
}

/** What a handler gives back; on channels that answer nothing it is looked at only to be sure that it is nothing. */
type Answer<Output> = undefined extends Output ? unknown : Output | Promise<Output>

export type Handler<Name extends ChannelName> = (
  input: ChannelInput<Name>,
  context: CallContext,
) => Answer<ChannelOutput<Name>>

export type Handlers = { readonly [Name in ChannelName]: Handler<Name> }

export interface Refusal {
  readonly channel: string
  readonly code: 'unknown-channel' | 'forbidden-sender' | 'forbidden-role' | 'invalid-input'
  readonly kind: WindowKind | null
}

export interface DispatcherOptions {
  readonly handlers: Handlers
  readonly signedInAdult: () => Adult | null
  /** Whether a trusted window may call this channel now (the kiosk closes most of the console). */
  readonly isOpenNow: (name: ChannelName) => boolean
  readonly onRefusal: (refusal: Refusal) => void
  /** An error nobody foresaw; it is logged, and the window hears only `internal`. */
  readonly onUnexpectedError: (channel: ChannelName, error: unknown) => void
}

const RANK = { none: 0, caregiver: 1, parent: 2, owner: 3 } as const satisfies Record<RequiredRole, number>
const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype']

/**
 * Joins the features' handlers into the full table.
 * Throws when a channel of the contract has none or two, so that such an app does not start.
 */
export function combineHandlers(parts: readonly Partial<Handlers>[]): Handlers {
  const table = new Map<string, unknown>()
  for (const part of parts) {
    for (const [name, handler] of Object.entries(part)) {
      if (table.has(name)) throw new Error(`Channel handled twice: ${name}`)
      if (!Object.hasOwn(contract, name)) throw new Error(`Handler for a channel that is not in the contract: ${name}`)
      table.set(name, handler)
    }
  }
  const missing = CHANNEL_NAMES.filter((name) => !table.has(name))
  if (missing.length > 0) throw new Error(`Channels without a handler: ${missing.join(', ')}`)
  return Object.fromEntries(table) as Handlers // true: exactly the contract's names, each from a typed part
}

/** Checks a call (channel, sender, window kind, role, schema) and runs its handler. Never throws. */
export function createDispatcher(options: DispatcherOptions) {
  return async function dispatch(sender: Sender, name: unknown, input: unknown): Promise<Result<unknown>> {
    const kind = trustedKind(sender)
    const refuse = (code: Refusal['code'], message: string): Result<never> => {
      // Only names we know are kept: what a hostile page sends must not end up in the audit trail.
      options.onRefusal({ channel: isChannelName(name) ? name : '(unknown)', code, kind: sender.kind })
      return { ok: false, error: { code, message } }
    }

    if (!isChannelName(name)) return refuse('unknown-channel', 'There is no such request.')
    const definition = contract[name]
    const windows: readonly WindowKind[] = definition.windows
    if (kind === null || !windows.includes(kind) || !options.isOpenNow(name)) {
      return refuse('forbidden-sender', 'This window may not make this request.')
    }
    const adult = options.signedInAdult()
    if (RANK[adult?.role ?? 'none'] < RANK[definition.role]) {
      return refuse('forbidden-role', 'The signed-in person may not do this.')
    }
    if (hasForbiddenKey(input)) return refuse('invalid-input', 'The request is not well-formed.')
    const parsed = definition.input.safeParse(input)
    if (!parsed.success) return refuse('invalid-input', 'The request is not well-formed.')

    // True: `parsed.data` is this channel's input; TypeScript cannot follow the pairing through the union.
    const handler = options.handlers[name] as (input: unknown, context: CallContext) => unknown
    try {
      const value: unknown = await handler(parsed.data, { kind, adult })
      return { ok: true, value: definition.output.parse(value) }
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: error.toData() }
      options.onUnexpectedError(name, error)
      return {
        ok: false,
        error: { code: 'internal', message: 'Something went wrong inside the app. Nothing was changed; try again.' },
      }
    }
  }
}

function isChannelName(name: unknown): name is ChannelName {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}

/** Finds keys that could reach an object's prototype, at any depth of plain data. */
function hasForbiddenKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => FORBIDDEN_KEYS.includes(key) || hasForbiddenKey(inner))
}
