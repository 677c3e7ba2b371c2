// Started by dev.mjs under the pinned Node, with WONDERNEST_ELECTRON naming the Electron to run.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createBuilder, createServer } from 'vite'
import { runsAsRoot } from '../setup/account.mjs'
import { projectRoot } from '../setup/paths.mjs'

const CONFIG = join(projectRoot, 'vite.config.ts')
// Programs the app consists of besides its pages.
const WATCHED = ['main', 'preloadConsole', 'preloadKiosk', 'listener']
// Several programs often change together, by a file they share: one restart for all.
const RESTART_DELAY_MS = 150
const END_TIMEOUT_MS = 3_000

const server = await createServer({ configFile: CONFIG, configLoader: 'runner' })
await server.listen()
const url = server.resolvedUrls?.local[0] ?? 'http://localhost:5173/'
console.log(`Pages: ${url}`)

let app = null
let restartTimer = null
let ending = false

function start() {
  const asRoot = process.platform === 'linux' && runsAsRoot()
  const child = spawn(
    process.env['WONDERNEST_ELECTRON'],
    [...(asRoot ? ['--no-sandbox'] : []), projectRoot, ...process.argv.slice(2)],
    { cwd: projectRoot, env: { ...process.env, WONDERNEST_DEV_SERVER: url.replace(/\/$/, '') }, stdio: 'inherit' },
  )
  app = child
  child.on('exit', (code) => {
    if (app !== child) return
    app = null
    // Closed by the developer: nothing is left to reload. A crash waits for the next change.
    if (code === 0) end()
    else console.log('The app ended badly; it is started again at the next change.')
  })
}

function restart() {
  clearTimeout(restartTimer)
  restartTimer = setTimeout(() => {
    const old = app
    app = null
    if (old === null) return start()
    const firmly = setTimeout(() => old.kill('SIGKILL'), END_TIMEOUT_MS)
    old.once('exit', () => {
      clearTimeout(firmly)
      start()
    })
    old.kill('SIGTERM')
  }, RESTART_DELAY_MS)
}

/** Builds one program again and again; resolves after the first build. */
async function watchProgram(builder, name) {
  const environment = builder.environments[name]
  environment.config.build.watch = {}
  const watcher = await builder.build(environment)
  return new Promise((resolve) => {
    let built = false
    watcher.on('event', (event) => {
      if (event.code === 'BUNDLE_END') void event.result.close()
      if (event.code === 'ERROR') console.error(`${name}: ${event.error.message}`)
      if (event.code !== 'END') return
      if (built && !ending) restart()
      built = true
      resolve(watcher)
    })
  })
}

const builder = await createBuilder({
  configFile: CONFIG,
  configLoader: 'runner',
  mode: 'development',
  logLevel: 'warn',
})
const watchers = await Promise.all(WATCHED.map((name) => watchProgram(builder, name)))

async function end() {
  if (ending) return
  ending = true
  app?.kill('SIGTERM')
  await Promise.all([server.close(), ...watchers.map((watcher) => watcher.close())])
  process.exit(0)
}

for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => void end())
start()
