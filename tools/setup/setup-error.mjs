/**
 * Something a person can act on: the message says what is wrong and what to do next.
 * The command line prints it without a stack trace.
 */
export class SetupError extends Error {
  name = 'SetupError'
}

/** Runs a tool's main function; a SetupError ends it with its message, anything else with its stack. */
export async function runTool(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}\n` : error)
    process.exitCode = 1
  }
}
