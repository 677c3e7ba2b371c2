import { describe, expect, it } from 'vitest'
import { createFormat } from './format'

const en = createFormat('en', 'Europe/Berlin')
const es = createFormat('es', 'Europe/Madrid')
/** Intl's spaces differ between versions of its data; only the words matter here. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('numbers', () => {
  it('shows an estimate no more exactly than two digits', () => {
    expect(en.about(6214)).toBe('6,200')
    expect(en.about(98)).toBe('98')
    expect(en.about(104)).toBe('100')
    expect(en.about(0)).toBe('0')
    expect(es.about(16_214)).toBe('16.000')
  })

  it('rounds an interval outward, so that it never gets narrower than it is', () => {
    expect(en.range({ value: 6214, low: 4960, high: 7510 })).toBe('4,900–7,600')
    expect(en.range({ value: 3, low: 2.4, high: 3.2 })).toBe('2–4')
    expect(en.range({ value: 0, low: 0, high: 0 })).toBe('0')
  })

  it('never writes a small share as none', () => {
    expect(plain(en.percent(0.001))).toBe('<1%')
    expect(plain(en.percent(0))).toBe('0%')
    expect(plain(es.percent(0.256))).toBe('26 %')
  })

  it('writes tenths', () => {
    expect([en.tenths(1.89), es.tenths(1.89), en.tenths(2)]).toEqual(['1.9', '1,9', '2'])
  })

  it('names sizes', () => {
    expect(plain(en.bytes(0))).toBe('0 B')
    expect(plain(en.bytes(4_200_000))).toBe('4.2 MB')
    expect(plain(es.bytes(4_200_000))).toBe('4,2 MB')
  })
})

describe('times', () => {
  it('writes durations as one says them', () => {
    expect(plain(en.duration(27_600_000))).toBe('7 h 40 min')
    expect(plain(en.duration(3_600_000))).toBe('1 h')
    expect(plain(en.duration(3_599_000))).toBe('1 h')
    expect(plain(en.duration(720_000))).toBe('12 min')
    expect(plain(en.duration(40_000))).toBe('40 s')
    expect(plain(en.duration(59_499))).toBe('59 s')
    expect(plain(en.duration(59_500))).toBe('1 min')
  })

  it('shows moments in the family’s time zone', () => {
    expect(plain(en.clock(Date.UTC(2026, 10, 21, 13, 5)))).toBe('2:05 PM')
    expect(plain(es.clock(Date.UTC(2026, 10, 21, 13, 5)))).toBe('14:05')
  })

  it('shows minutes of a day, midnight at both ends', () => {
    expect(plain(es.clockMinute(0))).toBe('0:00')
    expect(plain(es.clockMinute(1440))).toBe('0:00')
    expect(plain(en.clockMinute(450))).toBe('7:30 AM')
  })

  it('shows a local day as that day wherever the computer stands', () => {
    expect(en.day('2026-11-21', 'long')).toBe('Saturday, November 21')
    expect(es.day('2026-11-21', 'weekday')).toBe('sáb')
    expect(en.weekday(0)).toBe('Monday')
    expect(es.weekday(6)).toBe('domingo')
  })
})
