import type { ErrorCode } from './ipc/errors'

/** An error as it crosses a process boundary: plain data, safe to show and to log. */
export interface AppErrorData {
  readonly code: ErrorCode
  /** What happened, what it means for the user and what to do next, in English. Windows translate by `code`. */
  readonly message: string
  /** How long the user has to wait before another try makes sense, in milliseconds. */
  readonly retryAfterMs?: number | undefined
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppErrorData }

/** The typed error used inside a process. At the edges it becomes a {@link Result}. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly retryAfterMs: number | undefined

  constructor(code: ErrorCode, message: string, options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.retryAfterMs = options.retryAfterMs
  }

  toData(): AppErrorData {
    return {
      code: this.code,
      message: this.message,
      ...(this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs }),
    }
  }
}
