import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { createHousehold } from '../support/household'
import { electronPath, type LaunchedApp, launchApp, removeDataFolder } from '../support/launch-app'
import { filesWithMarker, makeMarker, writeMarker } from '../support/marker-sound'
import { bytesWrittenByPath, openedForWriting, readSystemCalls, type SystemCall } from '../support/system-calls'
import { playIntoRoom } from '../support/virtual-microphone'

const SOUND_SECONDS = 12
/** 16 kHz, 16 bit: what the sound itself would take. */
const PCM_BYTES_PER_SECOND = 32_000
const TRACED = 'open,openat,creat,socket,connect,sendto,sendmsg,write,pwrite64,writev,pwritev,pwritev2'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wondernest-privacy-'))
})
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** A program that runs Electron under strace, with every process it starts. */
function tracedElectron(traceFile: string): string {
  const script = join(folder, 'traced-electron.sh')
  writeFileSync(
    script,
    `#!/bin/sh\nexec strace -f -y -s 200 --seccomp-bpf -e trace=${TRACED} -e signal=none -o '${traceFile}' '${electronPath()}' "$@"\n`,
  )
  chmodSync(script, 0o755)
  return script
}

async function untilListening(app: LaunchedApp): Promise<void> {
  await expect
    .poll(() => app.console.evaluate(async () => {
      const status = await window.wonder.calls['listening.status']()
      return status.ok ? status.value.state : status.error.code
    }), { timeout: 60_000 })
    .toBe('listening')
}

async function listenedMs(app: LaunchedApp, childId: string): Promise<number> {
  return app.console.evaluate(async (id) => {
    const day = await window.wonder.calls['speech.day']({ childId: id, localDay: null })
    if (!day.ok) throw new Error(day.error.code)
    return day.value.totals.listenedMs
  }, childId)
}

test('while the app listens, no process opens a file that could hold the sound, nor a socket to anywhere', async () => {
  test.setTimeout(240_000)
  const traceFile = join(folder, 'trace.txt')
  const app = await launchApp({ executable: tracedElectron(traceFile) })
  const { childId } = await createHousehold(app.console, { consent: true })
  await untilListening(app)
  const marker = makeMarker(SOUND_SECONDS)
  const wav = join(folder, 'marker.wav')
  writeMarker(marker, wav)
  await playIntoRoom(wav).done
  await expect.poll(() => listenedMs(app, childId), { timeout: 60_000 }).toBeGreaterThan(SOUND_SECONDS * 1000)
  const listenerPid = await app.electron.evaluate(({ app: electronApp }) =>
    electronApp.getAppMetrics().find(({ name }) => name === 'WonderNest listener')?.pid,
  )
  const listenerThreads = readdirSync(`/proc/${listenerPid ?? 0}/task`).map(Number)
  await app.quit()

  const calls = readSystemCalls(traceFile)
  expect(calls.length, 'the trace saw the app').toBeGreaterThan(1_000)
  const listenerCalls = calls.filter(({ pid }) => listenerThreads.includes(pid))
  expect(listenerCalls.length, 'the trace saw the listener').toBeGreaterThan(10)
  expect(listenerCalls.some(({ name, args }) => name === 'connect' && args.includes('pulse')), 'the listener reads the sound server').toBe(true)

  const writable = listenerCalls.map(openedForWriting).filter((path): path is string => path !== null)
  expect(writable.filter((path) => !isNoFile(path)), 'files the listener may write to').toEqual([])

  const perSecond = [...bytesWrittenByPath(calls)]
    .filter(([path]) => isRegularFile(path) && !path.startsWith(folder))
    .filter(([, bytes]) => bytes > PCM_BYTES_PER_SECOND * SOUND_SECONDS)
    .map(([path]) => path.slice(path.lastIndexOf('/') + 1))
  // The household's own file and its log are the only ones that grow that much, by whole encrypted pages.
  expect(perSecond.filter((name) => !/^wondernest\.db(-wal)?$/.test(name)), 'files that took as many bytes as the sound').toEqual([])

  const networkSockets = listenerCalls.filter(({ name, args }) => name === 'socket' && !/AF_UNIX|AF_LOCAL|AF_NETLINK/.test(args))
  const sent = calls.filter(({ name, args }) => ['connect', 'sendto', 'sendmsg'].includes(name) && /sa_family=AF_INET/.test(args))
  const reached = sent.filter((call) => !isDebugger(call) && !isRouteProbe(call, calls))
  expect(reached.map(({ args }) => args), 'anything sent to a network address').toEqual([])
  expect(networkSockets.map(({ args }) => args), 'network sockets of the listener').toEqual([])
  removeDataFolder(app.dataFolder)
})

test('no file of the app holds samples of what it heard', async () => {
  test.setTimeout(180_000)
  const marker = makeMarker(SOUND_SECONDS)
  const wav = join(folder, 'marker.wav')
  writeMarker(marker, wav)
  // A room at the listener's own rate, so that what it hears is the marker, sample for sample.
  const module = execFileSync('pactl', ['load-module', 'module-null-sink', 'sink_name=exact', 'rate=16000', 'channels=1', 'format=s16le']).toString().trim()
  try {
    execFileSync('pactl', ['set-default-source', 'exact.monitor'])
    const app = await launchApp()
    const { childId } = await createHousehold(app.console, { consent: true })
    await untilListening(app)

    const control = join(folder, 'control')
    await recordControl(control, wav)
    expect(filesWithMarker(marker, [folder]), 'the control: a recording of the same sound is found').toContain(control)

    await expect.poll(() => listenedMs(app, childId), { timeout: 60_000 }).toBeGreaterThan(SOUND_SECONDS * 1000)
    const folders = [app.dataFolder, process.env['HOME'] ?? '', '/dev/shm', ...(process.env['TMPDIR'] ?? '').split(':')].filter((path) => path !== '')
    const whileListening = filesWithMarker(marker, folders)
    await app.kill()
    const afterwards = filesWithMarker(marker, folders)
    const elsewhere = [...whileListening, ...afterwards].filter((file) => !file.startsWith(folder) && !/pulse-shm/.test(file))
    expect(elsewhere, 'files with the sound in them').toEqual([])
    expect(app.log()).not.toMatch(/sample|pcm|\d+(,\s*-?\d+){20}/i)
    removeDataFolder(app.dataFolder)
  } finally {
    execFileSync('pactl', ['set-default-source', 'room.monitor'])
    execFileSync('pactl', ['unload-module', module])
  }
})

/** Records what the default microphone hears while the marker plays: what the app would do if it kept sound. */
async function recordControl(file: string, wav: string): Promise<void> {
  const recorder = spawn('parec', ['--format=s16le', '--rate=16000', '--channels=1', '--device=exact.monitor', file])
  await new Promise((resolve) => setTimeout(resolve, 500))
  execFileSync('paplay', ['--device=exact', wav])
  await new Promise((resolve) => setTimeout(resolve, 500))
  recorder.kill()
}

/** Devices, pipes and the kernel's own trees keep nothing. */
function isNoFile(path: string): boolean {
  return /^\/(dev|proc|sys)\//.test(path) && !path.startsWith('/dev/shm/')
}

function isRegularFile(path: string): boolean {
  return path.startsWith('/') && !isNoFile(path)
}

/**
 * Chromium asks the kernel once whether there is a way to an IPv6 address: it connects a datagram socket, which sends
 * nothing, and closes it. A socket through which anything was ever written is no such probe.
 */
function isRouteProbe({ name, args }: SystemCall, calls: readonly SystemCall[]): boolean {
  const socket = /^\d+<(socket:\[\d+\])>/.exec(args)?.[1]
  if (name !== 'connect' || socket === undefined || !args.includes('2001:4860:4860::8888')) return false
  return !calls.some((call) => /^(send|write)/.test(call.name) && call.args.includes(`<${socket}>`))
}

/** The test's own driver talks to Electron's debugger on the loopback address. */
function isDebugger({ args }: SystemCall): boolean {
  return /127\.0\.0\.1|::1/.test(args)
}
