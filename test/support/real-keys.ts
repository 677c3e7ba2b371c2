import { spawnSync } from 'node:child_process'

/** Presses keys as a keyboard does, at whatever window has the focus: `pressKeys('ctrl+w', 'F11')`. */
export function pressKeys(...keys: readonly string[]): void {
  for (const key of keys) {
    const { status, stderr, error } = spawnSync('xdotool', ['key', '--clearmodifiers', key], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`The key ${key} could not be pressed: ${error?.message ?? stderr}`)
  }
}

/** True where keys can be pressed outside the browser's own protocol. */
export function hasRealKeys(): boolean {
  return process.env['DISPLAY'] !== undefined && spawnSync('xdotool', ['version']).status === 0
}
