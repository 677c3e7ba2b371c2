// Started by npm run eval:speech, eval:publish and tune:decoding, whose name is the first argument.
import { fileURLToPath } from 'node:url'
import '../../tools/typescript-imports.mjs'

const { evalSpeech } = await import('./eval-speech.ts')
const { publishCommand } = await import('./publish-command.ts')
const { tuneCommand } = await import('./tune-command.ts')

const { stderr, stdout } = process
const [name, ...args] = process.argv.slice(2)
const commands = { 'eval:speech': evalSpeech, 'eval:publish': publishCommand, 'tune:decoding': tuneCommand }
process.exitCode = await commands[name](args, {
  modelsFolder: fileURLToPath(new URL('..', import.meta.url)),
  resultsFile: fileURLToPath(new URL('results.json', import.meta.url)),
  pageFile: fileURLToPath(new URL('../README.md', import.meta.url)),
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  progress: (text) => stderr.isTTY && stderr.write(`\r\u001b[K${text}`),
})
