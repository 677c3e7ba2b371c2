import { z } from 'zod'
import table from './syllables-per-word.json' with { type: 'json' }

/** How the table was made, and how sure it is: `README.md` beside it. */
export const languageTableSchema = z
  .object({
    made: z.iso.date(),
    source: z.object({ texts: z.string().min(1), syllables: z.string().min(1), script: z.string().min(1) }).readonly(),
    /** The one figure for talk; the languages' figures are relative to it. */
    spokenEnglish: z.object({ syllablesPerWord: z.number(), source: z.string().min(1) }).readonly(),
    /** By primary subtag (BCP 47). */
    languages: z.record(
      z.string().regex(/^[a-z]{2,3}$/),
      z
        .object({
          syllablesPerWord: z.number().min(1).max(4.5),
          text: z.string(),
          voice: z.string(),
          words: z.number().int().positive(),
          syllablesSpoken: z.number().int().positive(),
          syllablesSpelt: z.number().int().positive().nullable(),
          used: z.enum(['spoken', 'spelt']),
        })
        .readonly(),
    ),
    /** Languages for which this way of measuring does not work, each with the reason. */
    notCalibrated: z.record(z.string().regex(/^[a-z]{2,3}$/), z.string().min(1)),
  })
  .readonly()

const { languages, notCalibrated, spokenEnglish } = languageTableSchema.parse(table)
const measured = new Map(Object.entries(languages).map(([language, counts]) => [language, counts.syllablesPerWord]))

export const CALIBRATED_LANGUAGES: readonly string[] = [...measured.keys()]
export const UNCALIBRATED_LANGUAGES: readonly string[] = Object.keys(notCalibrated)

export function isCalibrated(language: string): boolean {
  return measured.has(language)
}

/** Syllables a word in talk, by primary language subtag; the English figure for a language that was not measured. */
export function syllablesPerWord(language: string): number {
  return measured.get(language) ?? spokenEnglish.syllablesPerWord
}
