import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { projectRoot } from './launch-app'

/** Looks like the name of a text, such as `today:empty.waiting`, which i18next shows when the text is missing. */
const KEY = /^(?:[a-z][\w-]*:)?[a-z][A-Za-z-]*(?:\.[a-z][A-Za-z-]*)+$|^[a-z]+[A-Z][A-Za-z]*$/

/** Names of texts, unfilled places and English words on a Spanish page: everything a reader should not see. */
export async function untranslated(page: Page, language: 'en' | 'es'): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) found.push(node.textContent ?? '')
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['aria-label', 'aria-valuetext', 'aria-description', 'placeholder', 'title', 'alt']) {
        found.push(element.getAttribute(name) ?? '')
      }
    }
    return found.map((value) => value.trim()).filter((value) => value !== '')
  })
  const english = language === 'es' ? onlyEnglish() : new Set<string>()
  return texts.filter((value) => english.has(value) || value.includes('{{') || value.split(/\s+/).some((word) => KEY.test(word)))
}

/** English texts that read otherwise in Spanish. */
function onlyEnglish(): ReadonlySet<string> {
  const english = [...leaves('renderer/console/i18n/en'), ...leaves('renderer/kiosk/texts', 'en.json')]
  const spanish = new Set([...leaves('renderer/console/i18n/es'), ...leaves('renderer/kiosk/texts', 'es.json')])
  return new Set(english.filter((value) => !spanish.has(value)))
}

function leaves(folder: string, only?: string): readonly string[] {
  const names = readdirSync(join(projectRoot, folder)).filter((name) => (only === undefined ? name.endsWith('.json') : name === only))
  return names.flatMap((name) => strings(JSON.parse(readFileSync(join(projectRoot, folder, name), 'utf8'))))
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}
