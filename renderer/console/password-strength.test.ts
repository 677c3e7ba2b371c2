import { describe, expect, it } from 'vitest'
import { passwordSchema } from '../../common/household'
import { MIN_PASSWORD_LENGTH, passwordStrength } from './password-strength'

describe('passwordStrength', () => {
  it.each([
    ['short', 'short'],
    ['ninechars', 'short'],
    ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['my password is long', 'weak'],
    ['tenletters', 'weak'],
    ['twelve trees', 'fair'],
    ['correct horse battery', 'strong'],
  ])('%s is %s', (password, strength) => {
    expect(passwordStrength(password)).toBe(strength)
  })

  it('asks for as many characters as the main process does', () => {
    expect(passwordSchema.safeParse('x'.repeat(MIN_PASSWORD_LENGTH)).success).toBe(true)
    expect(passwordSchema.safeParse('x'.repeat(MIN_PASSWORD_LENGTH - 1)).success).toBe(false)
  })
})
