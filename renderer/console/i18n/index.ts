import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { LANGUAGES, type Language, languageSchema } from '../../../common/household'

type Texts = Readonly<Record<string, unknown>>

/** One file a feature and language; its name is its namespace. A new feature adds files, nothing here. */
const files = import.meta.glob<Texts>('./{en,es}/*.json', { eager: true, import: 'default' })

/** All texts by language and namespace. */
export function loadTexts(): Record<Language, Record<string, Texts>> {
  const texts: Record<Language, Record<string, Texts>> = { en: {}, es: {} }
  for (const [path, content] of Object.entries(files)) {
    const [, language, namespace] = /^\.\/(\w+)\/([\w-]+)\.json$/.exec(path) ?? []
    const known = languageSchema.safeParse(language)
    if (known.success && namespace !== undefined) texts[known.data][namespace] = content
  }
  return texts
}

/** The language of a list (such as the browser's) that the app speaks, else English. */
export function bestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0]
    const known = LANGUAGES.find((language) => language === base)
    if (known !== undefined) return known
  }
  return 'en'
}

/** Starts i18next for the page. Texts are bundled, so there is nothing to wait for. */
export function startI18n(language: Language): i18n {
  const instance = i18next.createInstance()
  // `init` is synchronous with bundled texts; its promise says nothing more.
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: loadTexts(),
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return instance
}
