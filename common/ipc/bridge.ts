import type { Result } from '../result'
import type { ChannelInput, ChannelOutput, ChannelsOf, EventPayload, EventsOf } from './contract'
import type { WindowKind } from './define'

type Call<Input, Output> = [Input] extends [undefined]
  ? () => Promise<Result<Output>>
  : (input: Input) => Promise<Result<Output>>

/**
 * What a preload puts on `window.wonder`: one plain closure for each channel and event of its kind of window,
 * named as in the contract.
 */
export interface Bridge<Kind extends WindowKind> {
  readonly kind: Kind
  readonly calls: { readonly [Name in ChannelsOf<Kind>]: Call<ChannelInput<Name>, ChannelOutput<Name>> }
  /** Each returns a function that ends the subscription. */
  readonly events: { readonly [Name in EventsOf<Kind>]: (listener: (payload: EventPayload<Name>) => void) => () => void }
}

export type ConsoleBridge = Bridge<'console'>
export type KioskBridge = Bridge<'kiosk'>
