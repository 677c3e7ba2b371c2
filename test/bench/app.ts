import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeScene } from '../../tools/scene/make-scene.mjs'
import { createHousehold, signIn } from '../support/household'
import { appArguments, electronPath, launchApp, removeDataFolder } from '../support/launch-app'
import { playIntoRoom } from '../support/virtual-microphone'
import { type Measurement, measurement, quantile } from './results'

const WARM_STARTS = 5
const IPC_CALLS = 1_000
const BROWSE_SECONDS = 30
const PAGES = ['#/today', '#/language', '#/children', '#/settings']

/** Milliseconds from the start of the process until the first page is painted and shown, without any driver. */
async function timeToUsable(dataFolder: string): Promise<number> {
  const startedAt = performance.now()
  const child = spawn(electronPath(), appArguments(dataFolder), { stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = new Promise<void>((resolve) => child.once('exit', () => { resolve() }))
  const elapsed = await new Promise<number>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('wondernest window-shown')) resolve(performance.now() - startedAt)
    })
    child.once('exit', () => { reject(new Error('the app ended before its window was shown')) })
  })
  child.kill('SIGTERM')
  await gone
  return elapsed
}

/** The running app: start, IPC, and how free its main thread stays while it listens and somebody browses. */
export async function benchApp(): Promise<readonly Measurement[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'wondernest-bench-data-'))
  try {
    const cold = await timeToUsable(dataFolder)
    const first = await launchApp({ dataFolder })
    await createHousehold(first.console, { consent: true })
    await first.quit()
    const warm: number[] = []
    for (let start = 0; start < WARM_STARTS; start += 1) warm.push(await timeToUsable(dataFolder))
    return [
      measurement('start: first usable window, new profile', 's', cold / 1000),
      measurement('start: first usable window, warm (median of 5)', 's', quantile(warm, 0.5) / 1000, 1.5),
      ...(await benchRunning(dataFolder)),
    ]
  } finally {
    removeDataFolder(dataFolder)
  }
}

async function benchRunning(dataFolder: string): Promise<readonly Measurement[]> {
  const { wav } = await makeScene({ seconds: BROWSE_SECONDS + 10, seed: 5, out: dataFolder })
  const app = await launchApp({ dataFolder })
  try {
    await app.console.getByRole('heading', { level: 1 }).waitFor()
    await signIn(app.console)
    const ipc = await app.console.evaluate(async (calls) => {
      const times: number[] = []
      for (let call = 0; call < calls; call += 1) {
        const startedAt = performance.now()
        await window.wonder.calls['listening.status']()
        times.push(performance.now() - startedAt)
      }
      return times
    }, IPC_CALLS)

    const sound = playIntoRoom(wav)
    await app.electron.evaluate(({ app: electronApp }) => {
      // The share of the processor is counted from one call to the next.
      electronApp.getAppMetrics()
      const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
      const histogram = monitorEventLoopDelay({ resolution: 1 })
      histogram.enable()
      Object.assign(globalThis, { loopDelay: histogram })
    })
    const until = performance.now() + BROWSE_SECONDS * 1000
    while (performance.now() < until) {
      for (const page of PAGES) {
        await app.console.evaluate((hash) => { location.hash = hash }, page)
        await app.console.waitForTimeout(700)
      }
    }
    const main = await app.electron.evaluate(({ app: electronApp }) => {
      const { loopDelay } = globalThis as unknown as { loopDelay: { percentile: (p: number) => number } } // true: set above
      const listener = electronApp.getAppMetrics().find(({ name }) => name === 'WonderNest listener')
      return {
        delayMs: loopDelay.percentile(99) / 1e6,
        listenerCpu: listener?.cpu.percentCPUUsage ?? Number.NaN,
        listenerMb: (listener?.memory.workingSetSize ?? Number.NaN) / 1024,
      }
    })
    sound.stop()
    return [
      measurement('IPC: round trip p50', 'ms', quantile(ipc, 0.5)),
      measurement('IPC: round trip p95', 'ms', quantile(ipc, 0.95), 5),
      measurement('main thread: event-loop delay p99, listening and browsing', 'ms', main.delayMs, 20),
      measurement('listener: share of one core while people talk', '%', main.listenerCpu, 5),
      measurement('listener: memory', 'MB', main.listenerMb, 250),
    ]
  } finally {
    await app.quit()
  }
}
