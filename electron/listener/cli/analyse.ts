import { fileURLToPath } from 'node:url'
import { analyseCommand } from './analyse-command'

// Built to dist/analyse/analyse.mjs: the models lie two folders up, beside `dist`.
process.exitCode = await analyseCommand(process.argv.slice(2), {
  modelsFolder: fileURLToPath(new URL('../../models', import.meta.url)),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
