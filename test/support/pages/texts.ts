import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strictAssert } from '../../../common/assert'
import type { Language } from '../../../common/household'
import { projectRoot } from '../launch-app'

const read = new Map<string, unknown>()

/** A text as the pages show it, from the app's own files: `text('today:savePdf')`, values filled in. */
export function text(key: string, values: Readonly<Record<string, string | number>> = {}, language: Language = 'en'): string {
  return template('console', key, language).replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => {
    const value = values[name]
    strictAssert(value !== undefined, `the text ${key} needs ${name}`)
    return String(value)
  })
}

/** As `text`, with anything at all where a value stands. */
export function pattern(key: string, language: Language = 'en'): RegExp {
  const parts = template('console', key, language).split(/\{\{\w+\}\}/)
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^$()|[\]\\{}]/g, String.raw`\$&`)).join('.+')}$`)
}

/** A text of the child's window. */
export function kioskText(key: string, language: Language = 'en'): string {
  return template('kiosk', key, language)
}

function template(window: 'console' | 'kiosk', key: string, language: Language): string {
  const [namespace = '', path = ''] = window === 'console' ? key.split(':') : ['', key]
  const file = window === 'console' ? `renderer/console/i18n/${language}/${namespace}.json` : `renderer/kiosk/texts/${language}.json`
  const content = read.get(file) ?? JSON.parse(readFileSync(join(projectRoot, file), 'utf8'))
  read.set(file, content)
  const found = path.split('.').reduce<unknown>((part, name) => Object(part)[name], content)
  strictAssert(typeof found === 'string', `there is no text ${key} in ${file}`)
  return found
}
