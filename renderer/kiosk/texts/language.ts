import { LANGUAGES, type Language } from '../../../common/household'

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
  return LANGUAGES.find((language) => language === base)
}
