import type { ListenerMessage } from '../../../common/listening/protocol'

/** Somebody who has the microphone for a while, for something else than measuring. */
export interface Borrower {
  readonly mode: 'test' | 'enrol'
  /** Null for the system's default microphone. */
  readonly deviceName: string | null
  /** The child whose voice is kept as numbers meanwhile; null when nothing is. */
  readonly childId: string | null
  /** Asked whenever the rules may have changed. */
  readonly mayGoOn: () => Promise<boolean>
  /** What the listener says to this mode. */
  readonly hear: (message: ListenerMessage) => void
  /** The microphone was taken back before the borrower gave it back, or the listener crashed and starts again by itself. */
  readonly lost: (why: 'taken-back' | 'crashed') => void
}
