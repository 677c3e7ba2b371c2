import type { Language, SpokenLanguage } from '../../../../common/household'
import { CALIBRATED_LANGUAGES, UNCALIBRATED_LANGUAGES } from '../../../../resources/languages/index'

/** BCP 47's subtag for a language that is not said. */
export const OTHER_LANGUAGE = 'und'

export interface LanguageOption {
  readonly value: SpokenLanguage
  readonly name: string
}

/** Languages of the table by their names in the page's language, in that language's order. */
export function spokenLanguages(page: Language): { readonly calibrated: readonly LanguageOption[]; readonly others: readonly LanguageOption[] } {
  const order = new Intl.Collator(page)
  const options = (languages: readonly SpokenLanguage[]): readonly LanguageOption[] =>
    languages
      .map((value) => ({ value, name: languageName(value, page) }))
      .sort((left, right) => order.compare(left.name, right.name))
  return { calibrated: options(CALIBRATED_LANGUAGES), others: options(UNCALIBRATED_LANGUAGES) }
}

/** A language's name as it stands alone, in the page's language: `Spanish`, `Español`. */
export function languageName(language: SpokenLanguage, page: Language): string {
  const name = new Intl.DisplayNames(page, { type: 'language' }).of(language) ?? language
  return name.slice(0, 1).toLocaleUpperCase(page) + name.slice(1)
}
