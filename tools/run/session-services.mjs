import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { runCommand, tail } from '../setup/run-command.mjs'

const SCREEN = '1920x1200x24'
const READY_TIMEOUT_MS = 20_000
const POLL_MS = 20
const SECRETS = 'org.freedesktop.secrets'
const SECRETS_INTERFACE = 'org.freedesktop.Secret.Service'

/**
 * Starts one service and waits until it says that it is ready.
 * @param {{ name: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv, stdio?: readonly unknown[],
 *   onStart?: (child: import('node:child_process').ChildProcess) => void, ready: (child:
 *   import('node:child_process').ChildProcess) => Promise<unknown> }} service
 * @returns what `ready` gave, and the process
 * @throws when it ends, or is not ready in time, with what it printed
 */
async function startService({ name, command, args, env, stdio, onStart, ready }) {
  const child = spawn(command, args, { env, stdio: stdio ?? ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said = tail(said + chunk.toString(), 20)
  })
  const ended = new Promise((_, reject) => {
    child.on('error', (error) => reject(new Error(`${name} cannot be started: ${error.message}`)))
    child.on('exit', () => reject(new Error(`${name} ended at once.\n${said}`)))
  })
  ended.catch(() => {
    // Once the service is ready its end is the tear-down's business.
  })
  onStart?.(child)
  const late = new AbortController()
  const timeout = delay(READY_TIMEOUT_MS, undefined, { signal: late.signal }).then(() => {
    throw new Error(`${name} was not ready after ${READY_TIMEOUT_MS / 1000} s.\n${said}`)
  })
  timeout.catch(() => {
    // Aborted because the service was ready.
  })
  try {
    return { child, value: await Promise.race([ready(child), ended, timeout]) }
  } finally {
    late.abort()
  }
}

function firstLine(stream) {
  return new Promise((resolve) => {
    createInterface({ input: stream }).on('line', (line) => resolve(line.trim()))
  })
}

async function until(condition) {
  while (!(await condition())) await delay(POLL_MS)
}

/** A private message bus. Gives the variables programs find it by. */
export async function startBus(env) {
  const { child, value } = await startService({
    name: 'dbus-daemon',
    command: 'dbus-daemon',
    args: [
      '--session',
      '--nofork',
      '--nopidfile',
      '--print-address=1',
      `--address=unix:path=${env['XDG_RUNTIME_DIR']}/bus`,
    ],
    env,
    ready: (daemon) => firstLine(daemon.stdout),
  })
  return { child, env: { DBUS_SESSION_BUS_ADDRESS: value } }
}

/** A keychain (Secret Service), new, empty and unlocked. */
export async function startKeychain(env) {
  const { child } = await startService({
    name: 'gnome-keyring-daemon',
    command: 'gnome-keyring-daemon',
    args: ['--foreground', '--unlock', '--components=secrets'],
    env,
    stdio: ['pipe', 'ignore', 'pipe'],
    onStart: (daemon) => daemon.stdin.end(randomBytes(12).toString('hex')),
    ready: () => until(() => hasDefaultKeyring(env)),
  })
  return { child, env: { GNOME_KEYRING_CONTROL: join(env['XDG_RUNTIME_DIR'], 'keyring') } }
}

/** True once the Secret Service is on the bus with a keyring that new secrets go to (its path is then not "/"). */
async function hasDefaultKeyring(env) {
  // Asked first, because a call to an absent service makes the bus start a second, locked one.
  const present = await call(env, 'org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner', SECRETS)
  if (!present.includes('boolean true')) return false
  const path = '/org/freedesktop/secrets'
  return /object path "\/.+"/.test(await call(env, SECRETS, path, `${SECRETS_INTERFACE}.ReadAlias`, 'default'))
}

async function call(env, destination, path, method, argument) {
  const args = ['--session', '--print-reply', `--dest=${destination}`, path, method, `string:${argument}`]
  return (await runCommand('dbus-send', args, { env })).output
}

/** A screen without a screen, with a window manager on it. */
export async function startDisplay(env, folder) {
  const authority = join(folder, 'Xauthority')
  const cookie = randomBytes(16).toString('hex')
  // The server takes every cookie of its file, whatever display it is noted for.
  await runCommand('xauth', ['-f', authority, 'add', ':0', '.', cookie], { env })
  const screen = await startService({
    name: 'Xvfb',
    command: 'Xvfb',
    // The server itself picks a free number, so that sessions started at the same moment do not clash.
    args: ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset', '-auth', authority],
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    ready: (server) => firstLine(server.stdio[3]),
  })
  const display = { DISPLAY: `:${screen.value}`, XAUTHORITY: authority, XDG_SESSION_TYPE: 'x11' }
  await runCommand('xauth', ['-f', authority, 'add', display.DISPLAY, '.', cookie], { env })
  const started = join(folder, 'openbox-started')
  const manager = await startService({
    name: 'openbox',
    command: 'openbox',
    args: ['--sm-disable', '--startup', `touch ${started}`],
    env: { ...env, ...display },
    ready: () => until(() => existsSync(started)),
  })
  return { children: [screen.child, manager.child], env: display }
}

/** A sound server whose loudspeaker `room` is what the default microphone hears. */
export async function startSound(env) {
  const socket = join(env['XDG_RUNTIME_DIR'], 'pulse/native')
  const sound = { PULSE_RUNTIME_PATH: join(env['XDG_RUNTIME_DIR'], 'pulse'), PULSE_SERVER: `unix:${socket}` }
  const own = { ...env, ...sound }
  const { child } = await startService({
    name: 'pulseaudio',
    command: 'pulseaudio',
    args: [
      ...['--daemonize=no', '--use-pid-file=no', '--exit-idle-time=-1', '--disallow-exit', '--log-level=error'],
      ...['--realtime=no', '--high-priority=no', '-n'],
      ...[
        '-L',
        'module-native-protocol-unix',
        '-L',
        'module-null-sink sink_name=room sink_properties=device.description=room',
      ],
    ],
    env: own,
    ready: () => until(async () => existsSync(socket) && (await pactl(['set-default-sink', 'room']))),
  })
  async function pactl(args) {
    return (await runCommand('pactl', args, { env: own })).code === 0
  }
  if (!(await pactl(['set-default-source', 'room.monitor']))) throw new Error('pulseaudio has no source room.monitor.')
  return { child, env: sound }
}
