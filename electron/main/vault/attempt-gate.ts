import { AppError } from '../../../common/result'
import { NO_ATTEMPTS, remainingWaitMs, withFailure, type Attempts } from './throttle'

export interface AttemptGateOptions {
  readonly load: () => Attempts
  readonly save: (attempts: Attempts) => void
  /** Milliseconds since the computer started. */
  readonly uptimeMs: () => number
}

export interface AttemptGate {
  /**
   * Runs one try. `check` gives undefined for a wrong secret, and throws when it could not find out (not counted).
   *
   * Tries run one after another, and each is counted before it is checked: neither a second one at the same time nor
   * killing the app in the middle gives a free guess.
   *
   * @throws AppError `too-many-attempts` with `retryAfterMs`; what `refusal` gives, with `retryAfterMs` when this try
   * begins a wait; what `check` throws.
   */
  readonly attempt: <T>(check: () => Promise<T | undefined>, refusal: () => AppError) => Promise<T>
  /** Milliseconds until a try is accepted; 0 when it is now. */
  readonly remainingMs: () => number
}

export function createAttemptGate({ load, save, uptimeMs }: AttemptGateOptions): AttemptGate {
  let last: Promise<unknown> = Promise.resolve()
  let current: Attempts | undefined

  const attempts = () => (current ??= load())
  const remember = (next: Attempts) => {
    current = next
    try {
      save(next)
    } catch {
      // A full disk must not lock a family out; the count then lives as long as the app runs.
    }
  }

  const runOne = async <T>(check: () => Promise<T | undefined>, refusal: () => AppError): Promise<T> => {
    const before = attempts()
    const waitMs = remainingWaitMs(before, uptimeMs())
    if (waitMs > 0) throw tooManyAttempts(waitMs)
    remember(withFailure(before, uptimeMs()))
    const result = await check().catch((error: unknown) => {
      remember(before)
      throw error
    })
    if (result === undefined) {
      // Counted anew: the wait begins when the answer is known.
      remember(withFailure(before, uptimeMs()))
      throw withWait(refusal(), remainingWaitMs(attempts(), uptimeMs()))
    }
    remember(NO_ATTEMPTS)
    return result
  }

  return {
    attempt: async (check, refusal) => {
      const turn = last.then(() => runOne(check, refusal))
      last = turn.catch(() => undefined)
      return await turn
    },
    remainingMs: () => remainingWaitMs(attempts(), uptimeMs()),
  }
}

/** A refusal that begins a wait says so at once, not at the next try. */
function withWait(refusal: AppError, retryAfterMs: number): AppError {
  return retryAfterMs === 0 ? refusal : new AppError(refusal.code, refusal.message, { retryAfterMs, cause: refusal.cause })
}

function tooManyAttempts(retryAfterMs: number): AppError {
  const seconds = String(Math.ceil(retryAfterMs / 1_000))
  return new AppError('too-many-attempts', `Too many wrong tries. Please wait ${seconds} seconds and try again.`, {
    retryAfterMs,
  })
}
