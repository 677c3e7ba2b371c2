/** What a source tells as it goes on. The consumer must not keep `samples` after asking for the next event. */
export type SourceEvent =
  /** Mono samples at 16 kHz in [-1, 1], any number of them. */
  | { readonly type: 'sound'; readonly samples: Float32Array }
  /** A device was opened. */
  | { readonly type: 'opened'; readonly deviceName: string }
  /** No sound comes; comes once, followed by `waiting` at every new try. */
  | { readonly type: 'lost' }
  | { readonly type: 'waiting' }

/** Where sound comes from: a file or the microphone. */
export interface AudioSource {
  /** What is heard, for people: a device's or a file's name. */
  readonly name: string
  /** Ends when the sound ends or soon after `stop` is aborted. */
  events(stop: AbortSignal): AsyncGenerator<SourceEvent, void, undefined>
}
