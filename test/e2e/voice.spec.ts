import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'playwright/test'
import type { Language } from '../../common/household'
import { eventChannel } from '../../common/ipc/wire'
import type { ListeningStatus } from '../../common/speech'
import type { EnrolmentRun } from '../../common/voice-enrolment'
import { axeFindings } from '../support/axe'
import { type FamilyOfTwo, makeFamilyOfTwo } from '../support/family-of-two'
import { CHILD_NAME, createHousehold, signIn } from '../support/household'
import { type LaunchedApp, launchApp, removeDataFolder } from '../support/launch-app'
import { untranslated } from '../support/page-texts'
import { Shell } from '../support/pages/shell'
import { text } from '../support/pages/texts'
import { VoicePage } from '../support/pages/voice'

let app: LaunchedApp
test.afterEach(async () => {
  await app.quit()
  removeDataFolder(app.dataFolder)
})

async function status(page: Page): Promise<ListeningStatus> {
  return page.evaluate(async () => {
    const answer = await window.wonder.calls['listening.status']()
    if (!answer.ok) throw new Error(answer.error.code)
    return answer.value
  })
}

const counted = async (page: Page) => (await status(page)).childrenCounted

async function addSibling(page: Page): Promise<void> {
  const answer = await page.evaluate(async () => {
    const { calls } = window.wonder
    const child = await calls['children.create']({ name: 'Leo', birthDate: '2021-02', animal: 'fox' })
    const consent = await calls['consent.text']({ purpose: 'listening', language: 'en' })
    if (!child.ok || !consent.ok) throw new Error('no sibling')
    return calls['consent.give']({ childId: child.value.id, purpose: 'listening', textVersion: consent.value.version, language: 'en' })
  })
  expect(answer).toMatchObject({ ok: true })
}

/** Looks at the page as it stands in both faces; keeps a picture of each beside the results. */
async function look(page: Page, name: string, language: Language = 'en'): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    await page.waitForTimeout(250)
    expect.soft(await axeFindings(page), `${name}, ${colorScheme}, ${language}`).toEqual([])
    await page.screenshot({ path: test.info().outputPath(`${name}-${language}-${colorScheme}.png`), fullPage: true })
  }
  expect.soft(await untranslated(page, language), `${name}, ${language}`).toEqual([])
}

async function inBothLanguages(page: Page, name: string): Promise<void> {
  for (const language of ['es', 'en'] as const) {
    expect(await page.evaluate((to) => window.wonder.calls['settings.update']({ language: to }), language)).toMatchObject({ ok: true })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await look(page, name, language)
  }
}

test('a parent agrees, starts and stops the enrolment of a voice with the keyboard alone', async () => {
  test.setTimeout(240_000)
  app = await launchApp()
  const page = app.console
  const voice = new VoicePage(page, CHILD_NAME)
  await createHousehold(page, { consent: true })
  await new Shell(page).go('children')
  await voice.pressWithKeys(voice.link)
  await voice.title().waitFor()
  // An only child's voice needs no enrolment, and the page asks for none.
  await expect(voice.answer).toHaveText(text('enrolment:answer.onlyChild', { name: CHILD_NAME }))
  await expect(voice.agree).toHaveCount(0)
  expect(await counted(page)).toBe('one')

  await addSibling(page)
  expect(await counted(page)).toBe('all')
  await page.reload()
  await voice.agree.waitFor()
  await inBothLanguages(page, 'consent')
  await voice.pressWithKeys(voice.agree)
  await expect(voice.agreed).toContainText('Ana')
  await look(page, 'agreed')

  await voice.pressWithKeys(voice.start)
  await expect(voice.ring).toHaveAttribute('aria-valuenow', '0')
  // The microphone is open, and everybody sees it.
  await expect.poll(async () => (await status(page)).state, { timeout: 30_000 }).toBe('listening')
  await expect(voice.hint).not.toHaveText(text('enrolment:says.opening'))
  await look(page, 'running')
  // The focus stayed where the start button was: the way out is the next stop.
  await page.keyboard.press('Tab')
  await expect(voice.stop).toBeFocused()
  await page.keyboard.press('Enter')
  await voice.start.waitFor()
  await expect(voice.ring).toHaveCount(0)
  await expect.poll(async () => (await status(page)).state, { timeout: 30_000 }).toBe('listening')
  expect(await counted(page)).toBe('all')

  // A pause by anybody in the room ends it at once, and keeps it from starting.
  await voice.pressWithKeys(voice.start)
  await voice.ring.waitFor()
  await page.evaluate(() => window.wonder.calls['listening.pause']({ forMinutes: null }))
  await expect(voice.note.first()).toContainText(text('enrolment:failed.stopped.what'))
  await expect(voice.start).toHaveCount(0)
  expect(await status(page)).toMatchObject({ state: 'paused' })
  await look(page, 'paused')
})

test('a voice that is enrolled is told, erased in two steps, and gone with the consent', async () => {
  test.setTimeout(180_000)
  const dataFolder = mkdtempSync(join(tmpdir(), 'wondernest-data-'))
  const family: FamilyOfTwo = await makeFamilyOfTwo(dataFolder)
  app = await launchApp({ dataFolder })
  const page = app.console
  await page.getByRole('heading', { level: 1 }).waitFor()
  await signIn(page)
  await expect.poll(() => counted(page)).toBe('enrolled')
  const go = (childId: string) => page.evaluate((to) => { location.hash = to }, `/children/${childId}/voice`)

  const emma = new VoicePage(page, 'Emma')
  await go(family.emmaId)
  await emma.title().waitFor()
  await expect(emma.note).toContainText(text('enrolment:enrolled.outdated.what'))
  await emma.startAgain.waitFor()
  await inBothLanguages(page, 'outdated')
  await emma.withdraw()
  await emma.agree.waitFor()
  // Leo's own voice is still there.
  expect(await counted(page)).toBe('enrolled')

  const leo = new VoicePage(page, 'Leo')
  await go(family.leoId)
  await leo.title().waitFor()
  await expect(leo.enrolled).toContainText('30')
  await inBothLanguages(page, 'enrolled')
  await leo.erase.click()
  await look(page, 'erase')
  await leo.confirmErase.click()
  await leo.start.waitFor()
  await expect(leo.enrolled).toHaveCount(0)
  await expect(leo.agreed).toHaveCount(1)
  await expect.poll(() => counted(page)).toBe('all')

  // How far it is, as main tells it: no child sits at this microphone.
  const tell = (run: EnrolmentRun) =>
    app.electron.evaluate(({ BrowserWindow }, [channel, payload]) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, payload)
    }, [eventChannel('enrolment.changed'), run] as const)
  const progress = { state: 'running', childId: family.leoId, isOpen: true, elapsedSeconds: 41, levelDbfs: -28 } as const
  await tell({ ...progress, heardSeconds: 12.4, hint: 'adult-talking' })
  await expect(leo.ring).toHaveAttribute('aria-valuenow', '12')
  await expect(leo.ring).toHaveAttribute('aria-valuetext', text('enrolment:ring.value_other', { count: 12, wanted: 30 }))
  await expect(leo.hint).toHaveText(text('enrolment:says.adult-talking', { name: 'Leo' }))
  await inBothLanguages(page, 'progress')
  await tell({ ...progress, heardSeconds: 29, hint: null })
  await expect(leo.hint).toHaveText(text('enrolment:says.hearing', { name: 'Leo' }))
  await tell({ state: 'failed', childId: family.leoId, reason: 'too-little-voice', heardSeconds: 29.3 })
  await expect(leo.note).toContainText(text('enrolment:failed.too-little-voice.means', { seconds: 29, wanted: 30 }))
})
