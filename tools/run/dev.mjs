// npm run dev: the app with hot reload. Pages come from Vite's server; the rest is built again when it changes,
// and the app is then started again.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepare } from '../setup/index.mjs'
import { projectRoot } from '../setup/paths.mjs'
import { runTool } from '../setup/setup-error.mjs'
import { appEnvironment, explainMissingSandbox } from './electron-app.mjs'

await runTool(async () => {
  const setup = await prepare({ needs: ['electron'] })
  await explainMissingSandbox(setup.electronPath)
  const child = spawn(setup.nodePath, [join(projectRoot, 'tools/run/dev-server.mjs'), ...process.argv.slice(2)], {
    cwd: projectRoot,
    env: { ...process.env, ...appEnvironment(setup), WONDERNEST_ELECTRON: setup.electronPath },
    stdio: 'inherit',
  })
  // Ctrl+C reaches the child too; this process ends when the child has.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 0))
  })
})
