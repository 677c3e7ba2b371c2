import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, chmod, lchown, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runsAsRoot } from '../setup/account.mjs'
import { cacheFolder } from '../setup/cache.mjs'
import { inNodeModules, pinnedNodePath, projectRoot } from '../setup/paths.mjs'
import { chooseIdentity } from './identity.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { endLeftovers, SESSION_MARK } from './leftovers.mjs'

const SESSION_SCRIPT = fileURLToPath(new URL('./session.mjs', import.meta.url))
const CODE_INTERRUPTED = 130
const END_TIMEOUT_MS = 8_000
// What a session keeps of the caller's environment; everything else (home, bus, display, sound) is its own.
const KEPT = /^(PATH|LANG|LC_\w+|TZ|TERM|COLORTERM|NO_COLOR|FORCE_COLOR|CI|DEBUG|WONDERNEST_\w+)$/

/**
 * Runs a command in a private session that needs no screen, sound card or desktop: its own home, message bus,
 * unlocked keychain, display with a window manager, and a sound server whose default microphone hears whatever is
 * played into the sink `room`. Several can run at once. All of it is gone when the command ends, however it ends.
 *
 * Started as root, the command runs as the unprivileged account, so that Chromium's sandbox is on. Where that cannot
 * be, it says why and sets WONDERNEST_NO_SANDBOX=1, which only the launchers of tests and demo read.
 * On Windows and macOS, which always have a display, the command simply runs.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, ownedFolders?: readonly string[], ownedFiles?: readonly string[] }}
 *   [options] `ownedFolders`, `ownedFiles`: what the command may write to (made if missing); given back to the
 *   checkout's owner afterwards
 * @returns {Promise<number>} the command's exit code; 130 when interrupted, 70 when the session could not be started
 */
export async function runHeadless(command, args, { env = {}, ownedFolders = [], ownedFiles = [] } = {}) {
  for (const folder of ownedFolders) await mkdir(folder, { recursive: true })
  for (const file of ownedFiles) await appendFile(file, '')
  const owned = [...ownedFolders, ...ownedFiles]
  if (process.platform !== 'linux') return runDirectly(command, args, env)
  const session = randomUUID()
  const folder = await mkdtemp(join(tmpdir(), 'wondernest-session-'))
  const { account, noSandbox, wrap } = await chooseIdentity(await spareFolderIn(folder))
  try {
    const own = await prepareFolders(folder, account)
    await ensureSocketFolder()
    if (account !== null) for (const path of owned) await chownTree(path, account.uid, account.gid)
    const variables = {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => KEPT.test(name))),
      ...own,
      LANG: process.env['LANG'] ?? 'C.UTF-8',
      USER: account?.name ?? process.env['USER'] ?? 'wondernest',
      LOGNAME: account?.name ?? process.env['LOGNAME'] ?? 'wondernest',
      SHELL: '/bin/sh',
      PATH: `${inNodeModules('.bin')}${delimiter}${process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'}`,
      // Chromium takes the Secret Service for its keychain on this desktop.
      XDG_CURRENT_DESKTOP: 'GNOME',
      NO_AT_BRIDGE: '1',
      // A tool started inside finds what this account's set-up has made.
      WONDERNEST_CACHE_DIR: cacheFolder(),
      [SESSION_MARK]: session,
      ...(noSandbox ? { WONDERNEST_NO_SANDBOX: '1' } : {}),
      ...env,
    }
    return await runSession([SESSION_SCRIPT, folder, command, ...args], variables, wrap)
  } finally {
    await endLeftovers(session)
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    if (account !== null) {
      const owner = await stat(projectRoot)
      for (const path of owned) await chownTree(path, owner.uid, owner.gid)
    }
  }
}

/** Runs the session's script; passes interruptions on and waits for its orderly end. */
function runSession(args, env, wrap) {
  return new Promise((resolve) => {
    const wrapped = wrap(pinnedNodePath, args)
    const child = spawn(wrapped.command, wrapped.args, {
      cwd: projectRoot,
      env,
      // A group of its own: Ctrl+C reaches this process, which then ends the session in order.
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
      ...wrapped.options,
    })
    let interrupted = false
    const interrupt = () => {
      interrupted = true
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), END_TIMEOUT_MS).unref()
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const name of signals) process.on(name, interrupt)
    const finish = (code) => {
      for (const name of signals) process.off(name, interrupt)
      resolve(code)
    }
    child.on('error', (error) => {
      console.error(`The session cannot be started: ${error.message}`)
      finish(127)
    })
    child.on('exit', (code) => finish(interrupted ? CODE_INTERRUPTED : (code ?? 128)))
  })
}

function runDirectly(command, args, env) {
  return runCommand(command, args, { cwd: projectRoot, env: { ...process.env, ...env }, stdio: 'inherit' }).then(
    ({ code }) => code,
  )
}

async function spareFolderIn(folder) {
  const spare = join(folder, 'way')
  await mkdir(spare)
  return spare
}

async function prepareFolders(folder, account) {
  const own = {
    HOME: join(folder, 'home'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    TMPDIR: join(folder, 'tmp'),
  }
  await chmod(folder, 0o700)
  for (const path of Object.values(own)) await mkdir(path, { mode: 0o700 })
  if (account !== null) await chownTree(folder, account.uid, account.gid)
  return own
}

/** X servers put their sockets here; only root can make the folder, and a bare machine has none. */
async function ensureSocketFolder() {
  const folder = '/tmp/.X11-unix'
  if (!runsAsRoot() || existsSync(folder)) return
  await mkdir(folder, { recursive: true })
  // All may add, none may remove another's (the sticky bit), as on any desktop.
  await chmod(folder, 0o1777)
}

async function chownTree(path, uid, gid) {
  const entries = await readdir(path, { recursive: true }).catch(() => [])
  await lchown(path, uid, gid)
  // A file that was there a moment ago may be gone.
  await Promise.all(entries.map((entry) => lchown(join(path, entry), uid, gid).catch(() => undefined)))
}
