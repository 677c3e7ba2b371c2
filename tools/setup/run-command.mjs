import { spawn } from 'node:child_process'

/**
 * Runs a program and gives `{ code, output }`; never rejects because of a non-zero code
 * (a program that cannot be started has code 127 and the reason as output).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number, input?: string,
 *   timeoutMs?: number, onLine?: (line: string) => void, stdio?: 'inherit' }} [options]
 *   `onLine` gets each line of output as it comes; `stdio: 'inherit'` shows the output instead of keeping it.
 */
export function runCommand(command, args, options = {}) {
  const { input, onLine, stdio, timeoutMs, ...spawnOptions } = options
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...spawnOptions,
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
      stdio: stdio ?? [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    })
    let output = ''
    let line = ''
    const take = (chunk) => {
      const text = chunk.toString()
      output += text
      if (onLine === undefined) return
      const lines = (line + text).split(/\r?\n/)
      line = lines.pop() ?? ''
      for (const complete of lines) if (complete.trim() !== '') onLine(complete.trim())
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    child.stdin?.on('error', () => {
      // The program ended without reading its input; its exit code tells the story.
    })
    if (input !== undefined) child.stdin?.end(input)
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code, signal) =>
      resolve({ code: code ?? 128, output: signal ? `${output}\n(ended by ${signal})` : output }),
    )
  })
}

/** The last lines of a program's output, for an error message. */
export function tail(output, lines = 15) {
  return output.trim().split('\n').slice(-lines).join('\n')
}
