import type { Language } from '../../common/household'

/** Each language by its own name, whatever the page speaks. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', es: 'Español' }
