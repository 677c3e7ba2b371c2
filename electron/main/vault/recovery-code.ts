import { createHash, randomBytes } from 'node:crypto'

/**
 * The printed recovery code: 130 random bits and a 20-bit checksum as 30 characters of Crockford's base32
 * (https://www.crockford.com/base32.html), in six groups of five. The alphabet has no I, L, O or U, so that what is read
 * from paper is never ambiguous; the checksum tells a slip of the pen from a code of another household.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_SYMBOLS = 26
const CHECK_SYMBOLS = 4
const GROUP = 5

/** A fresh code, grouped for print, such as `7K2QX-…`. */
export function generateRecoveryCode(): string {
  // 256 is a multiple of 32: the low five bits of a random byte are uniform.
  const symbols = Array.from(randomBytes(RANDOM_SYMBOLS), (byte) => symbolAt(byte & 31)).join('')
  return group(symbols + checkSymbols(symbols))
}

export type ParsedRecoveryCode =
  | { readonly kind: 'code'; readonly symbols: string }
  /** Not a code that was ever printed: too short, too long, a foreign character, or the checksum does not fit. */
  | { readonly kind: 'typo' }

/** Reads a code as people type it: any case, with or without spaces and dashes, O for 0, I or L for 1. */
export function parseRecoveryCode(typed: string): ParsedRecoveryCode {
  const symbols = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―_.]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1')
  if (symbols.length !== RANDOM_SYMBOLS + CHECK_SYMBOLS) return { kind: 'typo' }
  if ([...symbols].some((symbol) => !ALPHABET.includes(symbol))) return { kind: 'typo' }
  const random = symbols.slice(0, RANDOM_SYMBOLS)
  if (checkSymbols(random) !== symbols.slice(RANDOM_SYMBOLS)) return { kind: 'typo' }
  return { kind: 'code', symbols }
}

function checkSymbols(symbols: string): string {
  const digest = createHash('sha256').update(`wondernest recovery code ${symbols}`).digest()
  return Array.from(digest.subarray(0, CHECK_SYMBOLS), (byte) => symbolAt(byte & 31)).join('')
}

function symbolAt(index: number): string {
  return ALPHABET.charAt(index)
}

function group(symbols: string): string {
  return (symbols.match(new RegExp(`.{1,${String(GROUP)}}`, 'gu')) ?? []).join('-')
}
