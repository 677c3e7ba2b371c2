import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'playwright/test'
import type { SpeechTotals } from '../../common/listening/metrics'
import type { ListeningStatus } from '../../common/speech'
import { makeScene, type Scene } from '../../tools/scene/make-scene.mjs'
import { createHousehold, signIn } from '../support/household'
import { type LaunchedApp, launchApp, removeDataFolder } from '../support/launch-app'
import { playIntoRoom } from '../support/virtual-microphone'

const SCENE_SECONDS = 20

let scene: Scene
let folder: string
let app: LaunchedApp

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wondernest-scene-'))
  scene = await makeScene({ seconds: SCENE_SECONDS, seed: 7, out: folder })
})
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})
test.beforeEach(async () => {
  app = await launchApp()
})
test.afterEach(async () => {
  await app.quit()
  removeDataFolder(app.dataFolder)
})

async function status(console: Page): Promise<ListeningStatus> {
  return console.evaluate(async () => {
    const answer = await window.wonder.calls['listening.status']()
    if (!answer.ok) throw new Error(answer.error.code)
    return answer.value
  })
}

async function today(console: Page, childId: string): Promise<SpeechTotals> {
  return console.evaluate(async (id) => {
    const answer = await window.wonder.calls['speech.day']({ childId: id, localDay: null })
    if (!answer.ok) throw new Error(answer.error.code)
    return answer.value.totals
  }, childId)
}

/** How many listener processes this app runs. */
async function listeners(): Promise<number> {
  return app.electron.evaluate(({ app: electronApp }) =>
    electronApp.getAppMetrics().filter(({ name }) => name === 'WonderNest listener').length,
  )
}

async function untilState(console: Page, state: ListeningStatus['state']): Promise<void> {
  await expect.poll(async () => (await status(console)).state, { timeout: 30_000 }).toBe(state)
}

test('hears a scene on the virtual microphone, and the numbers rise', async () => {
  const { childId } = await createHousehold(app.console, { consent: true })
  await untilState(app.console, 'listening')
  const before = await today(app.console, childId)
  await playIntoRoom(scene.wav).done
  await expect.poll(async () => (await today(app.console, childId)).listenedMs, { timeout: 30_000 })
    .toBeGreaterThan(before.listenedMs + SCENE_SECONDS * 1000)
  const after = await today(app.console, childId)
  expect(after.adultWords.value).toBeGreaterThan(before.adultWords.value)
  expect(after.adultWords.low).toBeLessThanOrEqual(after.adultWords.value)
  expect(after.adultWords.high).toBeGreaterThanOrEqual(after.adultWords.value)
  const speech = after.soundMs.FEM + after.soundMs.MAL + after.soundMs.KCHI + after.soundMs.OCH
  expect(speech).toBeGreaterThan(2_000)
  // What was listened to is accounted for to the millisecond.
  const sum = Object.values(after.soundMs).reduce((total, ms) => total + ms, 0)
  expect(Math.abs(sum - after.listenedMs)).toBeLessThan(1)
})

test('has no listener process without consent, and loses it at once when consent is withdrawn', async () => {
  const { childId } = await createHousehold(app.console, { consent: false })
  expect(await status(app.console)).toMatchObject({ state: 'off', reason: 'no-consent' })
  expect(await listeners()).toBe(0)

  await app.console.evaluate(async (id) => {
    const text = await window.wonder.calls['consent.text']({ purpose: 'listening', language: 'en' })
    if (!text.ok) throw new Error(text.error.code)
    await window.wonder.calls['consent.give']({ childId: id, purpose: 'listening', textVersion: text.value.version, language: 'en' })
  }, childId)
  await untilState(app.console, 'listening')
  expect(await listeners()).toBe(1)

  const startedAt = performance.now()
  await app.console.evaluate((id) => window.wonder.calls['consent.withdraw']({ childId: id, purpose: 'listening' }), childId)
  expect(await status(app.console)).toMatchObject({ state: 'off', reason: 'no-consent' })
  expect(await listeners()).toBe(0)
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})

test('outside the family’s hours there is no listener', async () => {
  await createHousehold(app.console, { consent: true })
  await untilState(app.console, 'listening')
  await app.console.evaluate(() =>
    window.wonder.calls['settings.update']({ listening: { hours: [[], [], [], [], [], [], []] } }),
  )
  expect(await status(app.console)).toMatchObject({ state: 'off', reason: 'outside-hours' })
  expect(await listeners()).toBe(0)
})

test('a pause ends the listener and survives a restart; resuming brings it back', async () => {
  await createHousehold(app.console, { consent: true })
  await untilState(app.console, 'listening')
  await app.console.evaluate(() => window.wonder.calls['listening.pause']({ forMinutes: null }))
  expect(await status(app.console)).toMatchObject({ state: 'paused', reason: 'paused', pausedUntil: null })
  expect(await listeners()).toBe(0)

  await app.quit()
  app = await launchApp({ dataFolder: app.dataFolder })
  await expect.poll(async () => (await status(app.console)).reason).toBe('paused')
  expect(await listeners()).toBe(0)
  await signIn(app.console)
  await app.console.evaluate(() => window.wonder.calls['listening.resume']())
  await untilState(app.console, 'listening')
})

test('a crashed listener is started again, and the time between is kept as a gap', async () => {
  const { childId } = await createHousehold(app.console, { consent: true })
  await untilState(app.console, 'listening')
  await expect.poll(async () => (await today(app.console, childId)).listenedMs, { timeout: 30_000 }).toBeGreaterThan(0)
  const pid = await app.electron.evaluate(({ app: electronApp }) =>
    electronApp.getAppMetrics().find(({ name }) => name === 'WonderNest listener')?.pid,
  )
  process.kill(pid ?? 0, 'SIGKILL')
  await expect.poll(async () => (await status(app.console)).restarts, { timeout: 15_000 }).toBe(1)
  await untilState(app.console, 'listening')
  await expect.poll(async () => (await today(app.console, childId)).gapMs, { timeout: 15_000 }).toBeGreaterThan(100)
})

test('data is there after a restart, and after the app was killed in the middle of listening', async () => {
  const { childId } = await createHousehold(app.console, { consent: true })
  await untilState(app.console, 'listening')
  await expect.poll(async () => (await today(app.console, childId)).listenedMs, { timeout: 30_000 }).toBeGreaterThan(4_000)
  const before = await today(app.console, childId)
  await app.kill()

  app = await launchApp({ dataFolder: app.dataFolder })
  await expect.poll(async () => (await status(app.console)).state, { timeout: 30_000 }).not.toBe('off')
  await signIn(app.console)
  expect((await today(app.console, childId)).listenedMs).toBeGreaterThanOrEqual(before.listenedMs)
})

test('the microphones of this computer are listed without opening one', async () => {
  await createHousehold(app.console, { consent: false })
  const devices = await app.console.evaluate(() => window.wonder.calls['listening.devices']())
  expect(devices.ok ? devices.value.join() : devices.error.code).toMatch(/room/i)
  expect((await status(app.console)).state).toBe('off')
  // The short-lived process that listed them is gone as soon as the system has ended it.
  await expect.poll(listeners).toBe(0)
})

test('a microphone that goes away is a gap, and listening goes on with the next one', async () => {
  const module = execFileSync('pactl', ['load-module', 'module-null-sink', 'sink_name=plugged']).toString().trim()
  let isPlugged = true
  const unplug = (): void => {
    if (isPlugged) execFileSync('pactl', ['unload-module', module])
    isPlugged = false
  }
  try {
    execFileSync('pactl', ['set-default-source', 'plugged.monitor'])
    const { childId } = await createHousehold(app.console, { consent: true })
    await untilState(app.console, 'listening')
    await expect.poll(async () => (await today(app.console, childId)).listenedMs, { timeout: 30_000 }).toBeGreaterThan(2_000)
    unplug()
    execFileSync('pactl', ['set-default-source', 'room.monitor'])
    await expect.poll(async () => (await today(app.console, childId)).gapMs, { timeout: 40_000 }).toBeGreaterThan(0)
    await untilState(app.console, 'listening')
    const before = (await today(app.console, childId)).listenedMs
    await expect.poll(async () => (await today(app.console, childId)).listenedMs, { timeout: 30_000 }).toBeGreaterThan(before + 2_000)
  } finally {
    unplug()
    execFileSync('pactl', ['set-default-source', 'room.monitor'])
  }
})
