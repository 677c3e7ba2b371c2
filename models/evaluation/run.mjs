// Started by npm run eval:speech and npm run tune:decoding, whose name is the first argument.
import { fileURLToPath } from 'node:url'
import '../../tools/typescript-imports.mjs'

const { evalSpeech } = await import('./eval-speech.ts')
const { tuneCommand } = await import('./tune-command.ts')

const { stderr, stdout } = process
const [name, ...args] = process.argv.slice(2)
const command = name === 'tune:decoding' ? tuneCommand : evalSpeech
process.exitCode = await command(args, {
  modelsFolder: fileURLToPath(new URL('..', import.meta.url)),
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  progress: (text) => stderr.isTTY && stderr.write(`\r\u001b[K${text}`),
})
