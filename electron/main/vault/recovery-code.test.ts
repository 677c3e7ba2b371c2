import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generateRecoveryCode, parseRecoveryCode } from './recovery-code'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('generateRecoveryCode', () => {
  it('gives six groups of five from an alphabet without look-alikes', () => {
    expect(generateRecoveryCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/u)
  })

  it('never gives the same code twice', () => {
    const codes = Array.from({ length: 500 }, () => generateRecoveryCode())
    expect(new Set(codes).size).toBe(500)
  })
})

describe('parseRecoveryCode', () => {
  it('reads what was printed, however it is typed', () => {
    const printed = generateRecoveryCode()
    const exact = parseRecoveryCode(printed)
    expect(exact.kind).toBe('code')
    const asTyped = printed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(parseRecoveryCode(`  ${asTyped} `)).toEqual(exact)
    expect(parseRecoveryCode(printed.replaceAll('-', '–').replaceAll('1', 'i'))).toEqual(exact)
  })

  it('finds one wrong character, wherever it is', () => {
    const anyCode = fc.constant(0).map(() => generateRecoveryCode().replaceAll('-', ''))
    fc.assert(
      fc.property(anyCode, fc.nat(25), fc.integer({ min: 1, max: 31 }), (symbols, position, shift) => {
        const wrong = ALPHABET.charAt((ALPHABET.indexOf(symbols.charAt(position)) + shift) % 32)
        const typed = symbols.slice(0, position) + wrong + symbols.slice(position + 1)
        // The checksum has 20 bits: about one slip in a million fits by chance, none of which 200 runs should meet.
        expect(parseRecoveryCode(typed)).toEqual({ kind: 'typo' })
      }),
      { numRuns: 200 },
    )
  })

  it.each(['', 'hello', '7K2QX-7K2QX', 'U'.repeat(30), '0'.repeat(30), '0'.repeat(10_000)])('takes %j for no code', (typed) => {
    expect(parseRecoveryCode(typed)).toEqual({ kind: 'typo' })
  })
})
