import { describe, expect, it } from 'vitest'
import { codeGroups, isLastGroup } from './code-groups'

const CODE = '7K2QX-01ABC-98ZYX-M4N5P-QRSTV-1W0XY'

describe('the proof that the code is on paper', () => {
  it('is its last group, however it is typed', () => {
    expect(isLastGroup(CODE, '1W0XY')).toBe(true)
    expect(isLastGroup(CODE, ' lwoxy ')).toBe(true)
  })

  it('is nothing else', () => {
    expect(isLastGroup(CODE, '')).toBe(false)
    expect(isLastGroup(CODE, '7K2QX')).toBe(false)
    expect(isLastGroup(CODE, '1W0X')).toBe(false)
    expect(isLastGroup(CODE, CODE)).toBe(false)
  })

  it('keeps every group in order', () => {
    expect(codeGroups(CODE)).toEqual(['7K2QX', '01ABC', '98ZYX', 'M4N5P', 'QRSTV', '1W0XY'])
  })
})
