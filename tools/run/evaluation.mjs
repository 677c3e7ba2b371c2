// npm run eval:speech -- <folder of scenes>: runs the app's own listening on them and scores it against the truth beside them.
// npm run eval:publish -- <name>=<folder of scenes>: the same for every kind of listening, into models/README.md and the app.
// npm run tune:decoding -- <folder of scenes>: searches the settings with which the trained model scores best on them.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepare } from '../setup/index.mjs'
import { projectRoot } from '../setup/paths.mjs'
import { runTool } from '../setup/setup-error.mjs'

await runTool(async () => {
  const { nodePath } = await prepare({ needs: [] })
  const script = join(projectRoot, 'models/evaluation/run.mjs')
  // The caller's own folder: paths on the command line are meant from there.
  const cwd = process.env['INIT_CWD'] ?? process.cwd()
  const child = spawn(nodePath, [script, ...process.argv.slice(2)], { cwd, stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
})
