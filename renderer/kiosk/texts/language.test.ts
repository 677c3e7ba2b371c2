import { describe, expect, it } from 'vitest'
import { kioskLanguage } from './language'

describe('the language of the kiosk', () => {
  it('is the family’s when the address says so', () => {
    expect(kioskLanguage('#/?lang=es', 'en-GB')).toBe('es')
  })

  it('is the computer’s when the address says nothing or nonsense', () => {
    expect(kioskLanguage('#/', 'es-MX')).toBe('es')
    expect(kioskLanguage('#/?lang=__proto__', 'es')).toBe('es')
  })

  it('is English for a language without texts', () => {
    expect(kioskLanguage('', 'de-AT')).toBe('en')
  })
})
