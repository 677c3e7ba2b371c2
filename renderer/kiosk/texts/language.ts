import type { Language } from '../../../common/household'

/** Every language, by name: the compiler finds a missing one, and the child's window loads no schema library for it. */
const LANGUAGES = { en: 'en', es: 'es' } as const satisfies { readonly [L in Language]: L }

/**
 * The kiosk's language: the family's, handed over in the address (`#/?lang=es`), else the computer's, else English.
 * The child's window cannot read the settings.
 */
export function kioskLanguage(hash: string, computerLanguage: string): Language {
  const query = hash.split('?')[1] ?? ''
  return known(new URLSearchParams(query).get('lang')) ?? known(computerLanguage) ?? 'en'
}

function known(tag: string | null): Language | undefined {
  const base = tag?.split('-')[0]?.toLowerCase()
  return Object.values(LANGUAGES).find((language) => language === base)
}
