import { afterEach, expect, it, vi } from 'vitest'
import { rememberAppearance, rememberedAppearance } from './appearance'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A browser's storage and languages. */
function browser(languages: readonly string[]): Map<string, string> {
  const stored = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  })
  vi.stubGlobal('navigator', { languages })
  return stored
}

it('begins with the browser’s language and the system’s theme', () => {
  browser(['es-AR', 'en'])
  expect(rememberedAppearance()).toEqual({ language: 'es', theme: 'system' })
})

it('keeps the language and the theme, and nothing else', () => {
  const stored = browser(['es'])
  rememberAppearance({ language: 'en', theme: 'dark' })
  expect(rememberedAppearance()).toEqual({ language: 'en', theme: 'dark' })
  expect([...stored.values()].map((text) => JSON.parse(text) as unknown)).toEqual([{ language: 'en', theme: 'dark' }])
})

it.each(['', '{', '{"language":"xx","theme":"dark"}', 'null'])('begins anew when what was kept is %j', (text) => {
  browser(['en']).set('appearance', text)
  expect(rememberedAppearance()).toEqual({ language: 'en', theme: 'system' })
})
