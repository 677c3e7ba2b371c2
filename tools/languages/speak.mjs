import { spawnSync } from 'node:child_process'

/** A command's output. @throws Error with what it said when it fails */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26, ...options })
  if (result.error !== undefined || result.status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed: ${result.error?.message ?? result.stderr}`)
  }
  return result.stdout
}

/** A text in phonemes (IPA), joined by `_` within a word. */
export function phonemesOf(text, voice) {
  return run('espeak-ng', ['-q', '--ipa', '--sep=_', '-v', voice], { input: text })
}
