/** Throws when a condition that the code relies on does not hold. The message is for developers, never for users. */
export function strictAssert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${message}`)
}

/** Marks a branch that the type system proves unreachable. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${String(value)}`)
}

/** Deliberate fire-and-forget; the promise must handle its own errors. */
export function drop(promise: Promise<unknown>): void {
  void promise
}
