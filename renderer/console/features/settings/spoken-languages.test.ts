import { describe, expect, it } from 'vitest'
import { LANGUAGES, spokenLanguageSchema } from '../../../../common/household'
import { languageName, OTHER_LANGUAGE, spokenLanguages } from './spoken-languages'

describe.each(LANGUAGES)('languages spoken at home, told in %s', (page) => {
  const { calibrated, others } = spokenLanguages(page)
  const all = [...calibrated, ...others]

  it('each have a name of their own, none its code', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    for (const { value, name } of all) expect(name, value).toMatch(/^\p{Lu}\p{L}{2,}/u)
  })

  it('are in the order of their names', () => {
    for (const list of [calibrated, others]) {
      const names = list.map(({ name }) => name)
      expect(names).toEqual([...names].sort((left, right) => left.localeCompare(right, page)))
    }
  })

  it('can all be stored', () => {
    for (const value of [...all.map((option) => option.value), OTHER_LANGUAGE]) {
      expect(spokenLanguageSchema.safeParse(value).success, value).toBe(true)
    }
  })
})

it('names a language as the page speaks', () => {
  expect(languageName('de', 'en')).toBe('German')
  expect(languageName('de', 'es')).toBe('Alemán')
})
