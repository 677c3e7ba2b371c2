import { describe, expect, it } from 'vitest'
import { ERROR_CODES, type ErrorCode } from '../../../common/ipc/errors'
import { LANGUAGES, type Language } from '../../../common/household'
import enErrors from './en/errors.json'
import esErrors from './es/errors.json'
import { bestLanguage, loadTexts } from './index'

interface ErrorText {
  readonly what: string
  readonly means: string
  readonly todo: string
}

// The compiler refuses a language that lacks an error.
const ERRORS = { en: enErrors, es: esErrors } satisfies Record<Language, Record<ErrorCode, ErrorText>>

const PLURAL = /_(zero|one|two|few|many|other)$/
const texts = loadTexts()
const namespaces = Object.keys(texts.en)

/** Every text of a namespace by its path, `a.b.c`. */
function flat(content: unknown, path = ''): Map<string, string> {
  if (typeof content === 'string') return new Map([[path, content]])
  const entries = Object.entries(content as Record<string, unknown>) // true: texts are strings and objects of them
  return new Map(entries.flatMap(([key, value]) => [...flat(value, path === '' ? key : `${path}.${key}`)]))
}

function bases(namespace: string, language: Language): string[] {
  return [...new Set([...flat(texts[language][namespace]).keys()].map((key) => key.replace(PLURAL, '')))].sort()
}

function placeholders(text: string): string {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name))].sort().join()
}

it('has every namespace in every language', () => {
  expect(namespaces.length).toBeGreaterThan(5)
  for (const language of LANGUAGES) expect(Object.keys(texts[language])).toEqual(namespaces)
})

describe.each(namespaces)('%s', (namespace) => {
  it('says the same things in every language', () => {
    for (const language of LANGUAGES) expect(bases(namespace, language)).toEqual(bases(namespace, 'en'))
  })

  it('says nothing empty, and everything with the same placeholders', () => {
    const english = flat(texts.en[namespace])
    for (const language of LANGUAGES) {
      for (const [key, text] of flat(texts[language][namespace])) {
        expect(text.trim(), `${language} ${key}`).not.toBe('')
        const original = english.get(key) ?? english.get(key.replace(PLURAL, '_other')) ?? ''
        expect(placeholders(text), `${language} ${key}`).toBe(placeholders(original))
      }
    }
  })

  it('has every plural form that a language needs', () => {
    for (const language of LANGUAGES) {
      const rules = new Intl.PluralRules(language)
      // Spanish has a form from a million on; nothing here is counted so far.
      const wanted = new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)))
      const present = flat(texts[language][namespace])
      for (const key of present.keys()) {
        if (!PLURAL.test(key)) continue
        for (const form of wanted) expect(present.has(key.replace(PLURAL, `_${form}`)), `${language} ${key} → ${form}`).toBe(true)
      }
    }
  })
})

describe('texts that pages ask for', () => {
  const sources = import.meta.glob<string>('../**/*.tsx', { eager: true, query: '?raw', import: 'default' })

  it.each(Object.entries(sources))('%s', (_file, source) => {
    const own = [...source.matchAll(/useTranslation\(([^)]+)\)/g)].flatMap(([, names = '']) => names.match(/[\w-]+/g) ?? [])
    for (const [, asked = ''] of source.matchAll(/\bt\('([\w:.-]+)'/g)) {
      const [explicit, key = ''] = asked.includes(':') ? asked.split(':') : [undefined, asked]
      // A part that is given its `t` may belong to any of them.
      const searched = explicit !== undefined ? [explicit] : own.length > 0 ? own : namespaces
      expect(searched.some((namespace) => bases(namespace, 'en').includes(key)), asked).toBe(true)
    }
  })
})

describe('errors', () => {
  it.each(ERROR_CODES)('%s says what happened, what it means and what to do', (code) => {
    for (const language of LANGUAGES) {
      const { what, means, todo } = ERRORS[language][code]
      for (const text of [what, means, todo]) expect(text).toMatch(/[.!?]$/)
    }
  })
})

describe('bestLanguage', () => {
  it.each([
    [['es-MX', 'en'], 'es'],
    [['de', 'es'], 'es'],
    [['de-DE'], 'en'],
    [[], 'en'],
  ] as const)('%j: %s', (wanted, language) => {
    expect(bestLanguage(wanted)).toBe(language)
  })
})
