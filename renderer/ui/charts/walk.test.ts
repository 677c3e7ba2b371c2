import { describe, expect, it } from 'vitest'
import { walkTo } from './walk'

describe('walking a chart by keyboard', () => {
  it('goes on, by pages and to the ends, and stops there', () => {
    expect(walkTo('ArrowRight', 3, 9, 4)).toBe(4)
    expect(walkTo('PageDown', 3, 9, 4)).toBe(0)
    expect(walkTo('PageUp', 7, 9, 4)).toBe(9)
    expect(walkTo('End', 0, 9, 4)).toBe(9)
    expect(walkTo('ArrowLeft', 0, 9, 4)).toBe(0)
  })

  it('leaves every other key to the page', () => {
    expect(walkTo('Tab', 3, 9, 4)).toBeUndefined()
    expect(walkTo('constructor', 3, 9, 4)).toBeUndefined()
  })
})
