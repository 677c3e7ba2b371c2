import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { makeScene } from '../../tools/scene/make-scene.mjs'
import { PASSWORD } from '../support/household'
import { type LaunchedApp, launchApp, removeDataFolder } from '../support/launch-app'
import { FirstRun } from '../support/pages/first-run'
import { Shell } from '../support/pages/shell'
import { pattern, text } from '../support/pages/texts'
import { Today } from '../support/pages/today'
import { playIntoRoom } from '../support/virtual-microphone'

const SCENE_SECONDS = 18

let app: LaunchedApp
let folder: string

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wondernest-scene-'))
  app = await launchApp()
})
test.afterAll(async () => {
  await app.quit()
  removeDataFolder(app.dataFolder)
  rmSync(folder, { recursive: true, force: true })
})

/** A time zone in which it is about noon: a new household listens in waking hours only, whenever this test runs. */
function zoneAtNoon(): string {
  const zone = Intl.supportedValuesOf('timeZone').find(
    (timeZone) => new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(Date.now()) === '12',
  )
  if (zone === undefined) throw new Error('it is noon nowhere')
  return zone
}

test('from nothing to listening, then numbers, a pause and back', async () => {
  test.setTimeout(150_000)
  const scene = await makeScene({ seconds: SCENE_SECONDS, seed: 11, out: folder })
  const firstRun = new FirstRun(app.console)
  const shell = new Shell(app.console)
  const today = new Today(app.console)

  await test.step('household: a short password is refused, and nothing typed is lost', async () => {
    await expect(firstRun.title('welcome')).toBeVisible()
    await firstRun.begin()
    await firstRun.fillHousehold({ household: 'The kitchen table', owner: 'Ana', password: 'short' })
    await app.console.getByLabel(text('first-run:household.timeZone')).selectOption(zoneAtNoon())
    await firstRun.createHousehold()
    await expect(firstRun.error).toHaveText(text('sign-in:strength.tooShort_other', { count: 10 }))
    await expect(app.console.getByLabel(text('first-run:household.name'))).toHaveValue('The kitchen table')
    await firstRun.fillHousehold({ household: 'The kitchen table', owner: 'Ana', password: PASSWORD })
    await firstRun.createHousehold()
  })

  await test.step('recovery code: shown whole, can be printed, proved by its last group', async () => {
    await expect(firstRun.title('code')).toBeVisible({ timeout: 20_000 })
    await expect(firstRun.printButton).toBeEnabled()
    const groups = await firstRun.codeGroups()
    expect(groups.length).toBeGreaterThanOrEqual(6)
    for (const group of groups) expect(group).toMatch(/^[0-9A-Z]{3,}$/)
    const last = groups.at(-1) ?? ''
    await firstRun.confirmCode([...last].reverse().join('') === last ? 'AAAA' : [...last].reverse().join(''))
    await expect(firstRun.error).toHaveText(text('first-run:code.lastGroupWrong'))
    await expect(firstRun.title('code')).toBeVisible()
    await firstRun.confirmCode(last.toLowerCase())
  })

  await test.step('first child', async () => {
    await expect(firstRun.title('child')).toBeVisible()
    await firstRun.addChild({ name: 'Mia', year: '2023', month: 5 })
  })

  await test.step('consent: without it nothing listens, with it the nest says so', async () => {
    await expect(firstRun.title('consent')).toBeVisible()
    const before = await app.console.evaluate(() => window.wonder.calls['listening.status']())
    expect(before).toMatchObject({ ok: true, value: { state: 'off' } })
    await firstRun.agree()
    await expect(shell.title('today')).toBeVisible()
    await expect(shell.signedInAs).toHaveText(text('shell:signedInAs', { name: 'Ana' }))
    await expect(shell.microphone('listening')).toBeVisible({ timeout: 30_000 })
    await expect(today.state).toHaveText(pattern('today:state.listening'))
  })

  await test.step('what is said in the room is counted on the page', async () => {
    const words = async () => {
      const number = today.number('adultWords')
      return (await number.count()) === 0 ? 0 : Number(/\d+/.exec(await number.innerText())?.[0])
    }
    const before = await words()
    await playIntoRoom(scene.wav).done
    await expect.poll(words, { timeout: 30_000 }).toBeGreaterThan(before)
    await expect(today.sentence).toContainText('Mia')
  })

  await test.step('a pause is shown, and ended by the same nest', async () => {
    await shell.pause('pause15')
    await expect(shell.microphone('paused')).toBeVisible()
    await expect(today.state).toHaveText(pattern('today:state.pausedUntil'))
    await expect
      .poll(() => app.electron.evaluate(({ app: electronApp }) =>
        electronApp.getAppMetrics().filter(({ name }) => name === 'WonderNest listener').length))
      .toBe(0)
    await shell.resume()
    await expect(shell.microphone('listening')).toBeVisible({ timeout: 20_000 })
  })
})
