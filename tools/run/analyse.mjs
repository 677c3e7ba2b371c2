// npm run analyse -- <recording>: measures WAV, FLAC and Opus files with the app's own pipeline.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepare } from '../setup/index.mjs'
import { projectRoot } from '../setup/paths.mjs'
import { runTool } from '../setup/setup-error.mjs'
import { ensureBuilt } from './build.mjs'

await runTool(async () => {
  const { nodePath } = await prepare({ needs: [] })
  await ensureBuilt()
  const script = join(projectRoot, 'dist/analyse/analyse.mjs')
  // The caller's own folder: paths on the command line are meant from there.
  const cwd = process.env['INIT_CWD'] ?? process.cwd()
  const child = spawn(nodePath, [script, ...process.argv.slice(2)], { cwd, stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
})
