// Scores the app's own listening on recordings whose truth is known. Started by npm run eval:speech.
import { fileURLToPath } from 'node:url'
import '../../tools/typescript-imports.mjs'

const { evalSpeech } = await import('./eval-speech.ts')

const { stderr, stdout } = process
process.exitCode = await evalSpeech(process.argv.slice(2), {
  modelsFolder: fileURLToPath(new URL('..', import.meta.url)),
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  progress: (text) => stderr.isTTY && stderr.write(`\r\u001b[K${text}`),
})
