import { z } from 'zod'
import { type Language, languageSchema } from '../../common/household'
import { bestLanguage } from './i18n'

export type Theme = 'system' | 'light' | 'dark'

/**
 * Before anybody is signed in the settings are behind the lock. This copy of the two that are about
 * the screen, nothing about the family, keeps the sign-in page from changing its face.
 */
const STORAGE_KEY = 'appearance'
const appearanceSchema = z.object({ language: languageSchema, theme: z.enum(['system', 'light', 'dark']) })
export type Appearance = z.infer<typeof appearanceSchema>

/** The remembered appearance, else the browser's language and the system's theme. */
export function rememberedAppearance(): Appearance {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? 'null')
    return appearanceSchema.parse(stored)
  } catch {
    return { language: bestLanguage(navigator.languages), theme: 'system' }
  }
}

export function rememberAppearance(appearance: Appearance): void {
  localStorage.setItem(STORAGE_KEY, JSON.stringify(appearance))
}

/** Gives the page its theme; `system` follows the system while it is chosen. Returns a function that stops following. */
export function applyTheme(theme: Theme): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const isDark = theme === 'dark' || (theme === 'system' && dark.matches)
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
  }
  apply()
  if (theme !== 'system') return () => undefined
  dark.addEventListener('change', apply)
  return () => {
    dark.removeEventListener('change', apply)
  }
}

export function applyLanguage(language: Language): void {
  document.documentElement.lang = language
  document.documentElement.dir = 'ltr'
}
