import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { DEMO_PASSWORD, makeDemoFamily } from '../../tools/demo/demo-family'
import { answerSaveDialog } from '../support/answer-save-dialog'
import { type LaunchedApp, launchApp } from '../support/launch-app'
import { SignIn } from '../support/pages/doors'
import { text } from '../support/pages/texts'
import { Today } from '../support/pages/today'

let app: LaunchedApp
let today: Today
let folder: string
/** Where the reports go. */
let place: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wondernest-report-'))
  place = join(folder, 'reports')
  mkdirSync(place)
  const dataFolder = join(folder, 'data')
  await makeDemoFamily(dataFolder)
  app = await launchApp({ dataFolder })
  today = new Today(app.console)
  await new SignIn(app.console).signIn(DEMO_PASSWORD)
  // A whole day of talk, which has to find room on one sheet.
  await app.console.getByRole('button', { name: text('today:previousDay') }).click()
  await expect(today.savePdf).toBeVisible()
})
test.afterAll(async () => {
  await app.quit()
  chmodSync(place, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

test('closing the dialog saves nothing and says so', async () => {
  await answerSaveDialog(app, null)
  await today.savePdf.click()
  await expect(today.message('today:notSaved')).toBeVisible()
  expect(readdirSync(place)).toEqual([])
})

test('a day is saved as one page that holds the child’s name and the numbers', async () => {
  const file = join(place, 'day.pdf')
  await answerSaveDialog(app, file)
  await today.savePdf.click()
  await expect(today.message('today:saved')).toBeVisible({ timeout: 20_000 })
  expect(readFileSync(file).subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(pagesOf(file)).toBe(1)
  const words = textOf(file)
  test.skip(words === null, 'pdftotext is not installed')
  expect(words).toContain('Nora')
  for (const metric of ['adultWords', 'childVocalizations', 'conversationalTurns'] as const) {
    expect(words).toContain(text(`speech:metrics.${metric}`))
    const number = await today.number(metric).innerText()
    expect(number).toMatch(/^[1-9]/)
    expect(words).toContain(number)
  }
  // To the end of the sheet.
  expect(words).toMatch(/Made on .+ with WonderNest/)
})

test('a place that cannot be written to is told, and what lies there stays', async () => {
  const file = join(place, 'kept.pdf')
  writeFileSync(file, 'somebody’s own')
  chmodSync(file, 0o400)
  chmodSync(place, 0o500)
  await answerSaveDialog(app, file)
  await today.savePdf.click()
  await expect(today.error).toBeVisible({ timeout: 20_000 })
  // Three sentences, and nothing of a program's own words.
  await expect(today.error).not.toContainText(/EACCES|errno|Error/)
  await expect(today.error).toContainText(text('today:cannotSaveThere.what'))
  expect(readFileSync(file, 'utf8')).toBe('somebody’s own')
  chmodSync(place, 0o700)
})

test('a folder that is gone is told too', async () => {
  const file = join(place, 'no', 'such', 'folder', 'day.pdf')
  await answerSaveDialog(app, file)
  await today.savePdf.click()
  await expect(today.error).toBeVisible({ timeout: 20_000 })
  await expect(today.error).toContainText(text('today:cannotSaveThere.what'))
  expect(existsSync(file)).toBe(false)
})

/** As a reader of PDFs counts them, else as the file's own page objects. */
function pagesOf(file: string): number {
  try {
    return Number(/^Pages:\s+(\d+)$/m.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1])
  } catch {
    return (readFileSync(file).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length
  }
}

/** The words in a file, or null where no tool reads them. */
function textOf(file: string): string | null {
  try {
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  } catch {
    return null
  }
}
