import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KioskBridge } from '../../common/ipc/bridge'
import type { SpeechTotals } from '../../common/listening/metrics'
import type { ListeningStatus } from '../../common/speech'
import { type LaunchedApp, launchApp, projectRoot, removeDataFolder } from '../../test/support/launch-app'
import { playIntoRoom } from '../../test/support/virtual-microphone'
import { makeScene } from '../scene/make-scene.mjs'
import { DEMO_PASSWORD, makeDemoFamily } from './demo-family'
import { Gallery } from './gallery'
import { compare, formatTable, measuredBy, somethingWasHeard } from './true-vs-measured'

const OUTPUT = join(projectRoot, 'demo-output')
const SCENE_SECONDS = 190
/** The listener decides about a stretch of sound some seconds after it was heard. */
const AFTERTHOUGHT_SECONDS = 12

/**
 * The app's main job from end to end: a made-up home is played into the virtual microphone, the app listens, measures,
 * stores and shows it. Gives the exit code: 0 only if something was heard and stored.
 */
export async function runDemo(): Promise<number> {
  mkdirSync(OUTPUT, { recursive: true })
  // The folder itself is not ours to remove where the demo runs as another account.
  for (const name of readdirSync(OUTPUT)) rmSync(join(OUTPUT, name), { recursive: true, force: true })
  const gallery = new Gallery(OUTPUT)
  await showFirstRun(gallery)

  const dataFolder = mkdtempSync(join(tmpdir(), 'wondernest-demo-'))
  try {
    say('Making a scene of a home from synthetic voices …')
    const scene = await makeScene({ seconds: SCENE_SECONDS, seed: 11, out: OUTPUT, name: 'home-scene' })
    say('Making up a family, with ten weeks of invented numbers …')
    const { childId } = await makeDemoFamily(dataFolder)
    const app = await launchApp({ dataFolder })
    try {
      return await listenAndShow(app, gallery, { childId, wav: scene.wav, truth: scene.truth })
    } finally {
      await app.quit()
    }
  } finally {
    removeDataFolder(dataFolder)
  }
}

/** The pages of a new household, as a family sees them at first. */
async function showFirstRun(gallery: Gallery): Promise<void> {
  const app = await launchApp()
  await gallery.take(app.console, 'first-run')
  await app.quit()
  removeDataFolder(app.dataFolder)
}

interface Scene {
  readonly childId: string
  readonly wav: string
  readonly truth: Parameters<typeof compare>[0]
}

async function listenAndShow(app: LaunchedApp, gallery: Gallery, { childId, wav, truth }: Scene): Promise<number> {
  const { console: page } = app
  await gallery.take(page, 'sign-in')
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await untilListening(app)

  say(`Playing ${String(SCENE_SECONDS)} s of home into the virtual microphone …`)
  const playing = playIntoRoom(wav)
  await page.waitForTimeout(60_000)
  await gallery.takeRoute(page, '/', 'today-while-listening')
  await playing.done
  await page.waitForTimeout(AFTERTHOUGHT_SECONDS * 1000)
  await page.evaluate(() => window.wonder.calls['listening.pause']({ forMinutes: 15 }))
  const measured = await totalsOfToday(app, childId)
  const by = measuredBy(await statusOf(app))

  await takeConsole(app, gallery)
  const localDay = await saveReport(app, childId)
  await takeKiosk(app, gallery)

  process.stdout.write(`\nTrue and measured, the scene of ${localDay}.\nMeasured by ${by}.\n\n${formatTable(compare(truth, measured))}\n\n`)
  say(`${String(gallery.count)} pictures and day-report.pdf are in demo-output/`)
  if (somethingWasHeard(measured)) return 0
  process.stderr.write('Nothing was heard or stored: the demo has failed.\n')
  return 1
}

async function takeConsole(app: LaunchedApp, gallery: Gallery): Promise<void> {
  const { console: page } = app
  await gallery.takeRoute(page, '/', 'today')
  await page.getByRole('button', { name: 'Previous day' }).click()
  await gallery.take(page, 'a-full-day-of-invented-numbers')
  await gallery.takeRoute(page, '/language', 'language')
  await gallery.takeRoute(page, '/children', 'children')
  await gallery.takeRoute(page, '/settings', 'settings')
  await changeSettings(app, { theme: 'dark' })
  await gallery.takeRoute(page, '/', 'today-dark')
  await gallery.takeRoute(page, '/language', 'language-dark')
  await changeSettings(app, { theme: 'light', language: 'es' })
  await gallery.takeRoute(page, '/', 'today-spanish')
  await changeSettings(app, { language: 'en' })
}

async function takeKiosk(app: LaunchedApp, gallery: Gallery): Promise<void> {
  const opening = app.electron.waitForEvent('window')
  await app.console.evaluate(() => window.wonder.calls['kiosk.open']())
  const kiosk = await opening
  await gallery.take(kiosk, 'kiosk')
  const door = app.electron.waitForEvent('window')
  // True: this window carries the kiosk's bridge, and `window.wonder` is declared as the console's.
  await kiosk.evaluate(() => (window.wonder as unknown as KioskBridge).calls['kiosk.requestExit']())
  await gallery.take(await door, 'kiosk-exit')
}

async function untilListening(app: LaunchedApp): Promise<void> {
  await app.console.waitForFunction(
    async () => {
      const status = await window.wonder.calls['listening.status']()
      return status.ok && status.value.state === 'listening'
    },
    undefined,
    { timeout: 60_000, polling: 500 },
  )
}

function changeSettings(app: LaunchedApp, patch: { theme?: 'light' | 'dark'; language?: 'en' | 'es' }): Promise<unknown> {
  return app.console.evaluate((change) => window.wonder.calls['settings.update'](change), patch)
}

function statusOf(app: LaunchedApp): Promise<ListeningStatus> {
  return app.console.evaluate(async () => {
    const status = await window.wonder.calls['listening.status']()
    if (!status.ok) throw new Error(status.error.code)
    return status.value
  })
}

async function totalsOfToday(app: LaunchedApp, childId: string): Promise<SpeechTotals> {
  return app.console.evaluate(async (id) => {
    const day = await window.wonder.calls['speech.day']({ childId: id, localDay: null })
    if (!day.ok) throw new Error(day.error.code)
    return day.value.totals
  }, childId)
}

/** Saves the day report through the app, answering its save dialog. Gives the day. */
async function saveReport(app: LaunchedApp, childId: string): Promise<string> {
  const file = join(OUTPUT, 'day-report.pdf')
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  const localDay = await app.console.evaluate(async (id) => {
    const day = await window.wonder.calls['speech.day']({ childId: id, localDay: null })
    if (!day.ok) throw new Error(day.error.code)
    const saved = await window.wonder.calls['reports.saveDayPdf']({ childId: id, localDay: day.value.localDay })
    if (!saved.ok) throw new Error(saved.error.message)
    return day.value.localDay
  }, childId)
  if (statSync(file).size === 0) throw new Error('the day report is empty')
  return localDay
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
