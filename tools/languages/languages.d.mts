export interface LanguageToMeasure {
  readonly text: string
  readonly voice: string
  readonly spelling?: RegExp
  readonly inserted?: string
}
export const LANGUAGES: Readonly<Record<string, LanguageToMeasure>>
export const NOT_CALIBRATED: Readonly<Record<string, string>>
