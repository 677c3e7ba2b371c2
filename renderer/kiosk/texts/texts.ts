import i18next, { type i18n } from 'i18next'
import { kioskLanguage } from './language'
import en from './en.json'
import es from './es.json'

/** The kiosk's own texts; the console's are not loaded into the child's window. */
export async function createTexts(hash: string, computerLanguage: string): Promise<i18n> {
  const texts = i18next.createInstance()
  await texts.init({
    lng: kioskLanguage(hash, computerLanguage),
    fallbackLng: 'en',
    defaultNS: 'kiosk',
    ns: ['kiosk'],
    resources: { en: { kiosk: en }, es: { kiosk: es } },
    interpolation: { escapeValue: false },
  })
  return texts
}
