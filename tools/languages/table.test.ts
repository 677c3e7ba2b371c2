import { describe, expect, it } from 'vitest'
import { LANGUAGES as INTERFACE_LANGUAGES } from '../../common/household'
import { CALIBRATED_LANGUAGES, isCalibrated, languageTableSchema, syllablesPerWord, UNCALIBRATED_LANGUAGES } from '../../resources/languages/index'
import json from '../../resources/languages/syllables-per-word.json' with { type: 'json' }

const table = languageTableSchema.parse(json)

describe('the table of syllables a word', () => {
  it('names its sources, and the day it was made', () => {
    expect(table.source.texts).toContain('Universal Declaration of Human Rights')
    expect(table.source.syllables).toContain('eSpeak NG')
    expect(table.spokenEnglish.source).toContain('Yaruss')
    expect(Date.parse(table.made)).toBeLessThanOrEqual(Date.now())
  })

  it('has English at the figure for talk, and every language of the interface', () => {
    expect(syllablesPerWord('en')).toBe(table.spokenEnglish.syllablesPerWord)
    for (const language of INTERFACE_LANGUAGES) expect(isCalibrated(language)).toBe(true)
  })

  it.each(Object.entries(table.languages))('%s follows from its counts', (_language, counts) => {
    const { words, syllablesSpoken, syllablesSpelt, used, syllablesPerWord: value } = counts
    const english = table.languages['en']
    if (english === undefined) throw new Error('no English')
    const syllables = used === 'spelt' ? syllablesSpelt : syllablesSpoken
    const relative = ((syllables ?? 0) / words) / (english.syllablesSpoken / english.words)
    expect(value).toBeCloseTo(table.spokenEnglish.syllablesPerWord * relative, 2)
    if (syllablesSpelt !== null) {
      expect(used).toBe(Math.abs(syllablesSpoken - syllablesSpelt) > 0.05 * syllablesSpelt ? 'spelt' : 'spoken')
    }
  })

  it('orders languages as is known of them', () => {
    const order = ['fr', 'en', 'de', 'es', 'fi'].map(syllablesPerWord)
    expect(order).toEqual([...order].sort((left, right) => left - right))
  })

  it('counts as for English where nothing was measured', () => {
    for (const language of [...UNCALIBRATED_LANGUAGES, 'und', 'toString']) {
      expect(isCalibrated(language)).toBe(false)
      expect(syllablesPerWord(language)).toBe(table.spokenEnglish.syllablesPerWord)
    }
    expect(CALIBRATED_LANGUAGES.filter((language) => UNCALIBRATED_LANGUAGES.includes(language))).toEqual([])
  })

  it.each(['made', 'source', 'spokenEnglish'])('is refused without its %s', (key) => {
    expect(languageTableSchema.safeParse({ ...json, [key]: undefined }).success).toBe(false)
  })
})
