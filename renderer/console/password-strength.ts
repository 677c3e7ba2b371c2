export const MIN_PASSWORD_LENGTH = 10

export type PasswordStrength = 'short' | 'weak' | 'fair' | 'strong'

/** Words that stand first in every list of leaked passwords, in the languages the app speaks. */
const COMMON = /password|contrase|qwert|asdf|12345|letmein|iloveyou|teamo|wondernest|111111|000000/i

/**
 * A rough judgement in words, by length and variety. Length counts most (NIST SP 800-63B asks for no composition
 * rules); few different characters or a notorious word make it weak however long it is.
 */
export function passwordStrength(password: string): PasswordStrength {
  if (password.length < MIN_PASSWORD_LENGTH) return 'short'
  const variety = new Set(password.toLowerCase()).size
  if (variety < 6 || COMMON.test(password)) return 'weak'
  if (password.length >= 16 && variety >= 8) return 'strong'
  return password.length >= 12 ? 'fair' : 'weak'
}
