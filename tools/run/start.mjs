// npm start: sets up, builds, then opens the app; without a display, or with --demo, runs the demo.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { runsAsRoot } from '../setup/account.mjs'
import { prepare } from '../setup/index.mjs'
import { projectRoot } from '../setup/paths.mjs'
import { runTool } from '../setup/setup-error.mjs'
import { ensureBuilt } from './build.mjs'
import { appEnvironment, explainMissingSandbox } from './electron-app.mjs'
import { runHeadless } from './headless.mjs'

const DEMO_FLAG = '--demo'

function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

async function main() {
  const args = process.argv.slice(2)
  const demo = args.includes(DEMO_FLAG) || !hasDisplay()
  const setup = await prepare({ needs: demo ? ['electron', 'headless'] : ['electron'] })
  await ensureBuilt()
  return demo
    ? runDemo(
        setup,
        args.filter((arg) => arg !== DEMO_FLAG),
      )
    : openApp(setup, args)
}

function runDemo(setup, args) {
  if (!hasDisplay()) console.log('There is no display here, so this runs the demo.')
  return runHeadless(setup.nodePath, [join(projectRoot, 'tools/run/demo.mjs'), ...args], {
    env: { ...appEnvironment(setup), WONDERNEST_ELECTRON: setup.electronPath },
    ownedFolders: [join(projectRoot, 'demo-output')],
  })
}

async function openApp(setup, args) {
  await explainMissingSandbox(setup.electronPath)
  const asRoot = process.platform === 'linux' && runsAsRoot()
  if (asRoot)
    console.log('Note: started as root, the app runs without Chromium’s sandbox. Better start it as yourself.')
  const child = spawn(setup.electronPath, [...(asRoot ? ['--no-sandbox'] : []), projectRoot, ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...appEnvironment(setup) },
    stdio: 'inherit',
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

await runTool(main)
