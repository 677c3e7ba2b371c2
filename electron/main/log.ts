import { AppError } from '../../common/result'

/**
 * The log holds event names and error codes, nothing a family wrote: messages of errors may quote values or paths,
 * so only the class and code of an error and the place in our own code are kept.
 */
export function describeError(error: unknown): string {
  if (error instanceof AppError) {
    const cause = error.cause === undefined ? '' : ` <- ${describeError(error.cause)}`
    return `AppError(${error.code})${cause}`
  }
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? `(${error.code})` : ''
  const places = (error.stack ?? '')
    .split('\n')
    .slice(1, 6)
    .map((line) => /([\w.-]+:\d+:\d+)\)?$/.exec(line)?.[1])
    .filter((place) => place !== undefined)
  return `${error.name}${code} at ${places.join(' < ') || 'unknown place'}`
}

type Word = string | number | boolean | null

/** One line on standard error: an event's name and short facts about it. */
export function log(event: string, facts: Readonly<Record<string, Word>> = {}): void {
  const text = Object.entries(facts).map(([key, value]) => ` ${key}=${String(value)}`)
  process.stderr.write(`wondernest ${event}${text.join('')}\n`)
}

export function logError(event: string, error: unknown): void {
  log(event, { error: describeError(error) })
}
