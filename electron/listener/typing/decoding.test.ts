import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import decoding from '../../../models/voice-types/decoding.json' with { type: 'json' }
import { ClassDecoder, type ClassDecoding } from './class-decoder'
import { VOICE_CLASSES } from './voice-classes'
import { VoiceDecoder } from './voice-decoder'

const PLAIN: ClassDecoding = { on: 0.6, off: 0.4, smoothFrames: 1, shortestMs: 0, fillMs: 0 }

/** Probabilities as text: digits are tenths; decided frames as text: x is heard. */
function decide(text: string, change: Partial<ClassDecoding>): string {
  const decoder = new ClassDecoder({ ...PLAIN, ...change })
  const decided = [...text].flatMap((digit) => decoder.push(Number(digit) / 10))
  return [...decided, ...decoder.flush()].map((heard) => (heard ? 'x' : '.')).join('')
}

describe('decoding one class', () => {
  it('begins at the upper threshold and ends below the lower one', () => {
    expect(decide('05550666555443355', {})).toBe('.....xxxxxxxx....')
  })
  it('averages over the frames around', () => {
    expect(decide('0009000', { smoothFrames: 3 })).toBe('.......')
    expect(decide('0099900', { smoothFrames: 3 })).toBe('..xxx..')
    // At the borders over those that there are.
    expect(decide('990', { smoothFrames: 3 })).toBe('xxx')
    expect(decide('0099900', { smoothFrames: 2 })).toBe(decide('0099900', { smoothFrames: 3 }))
  })
  it('drops what is too short', () => {
    expect(decide('099009990', { shortestMs: 300 })).toBe('.....xxx.')
    expect(decide('099', { shortestMs: 300 })).toBe('...')
  })
  it('fills pauses that are too short, and no others', () => {
    expect(decide('90090009', { fillMs: 300 })).toBe('xxxx...x')
    expect(decide('900', { fillMs: 300 })).toBe('x..')
  })
  it('fills before it drops, so that a broken sound is one', () => {
    expect(decide('090900', { shortestMs: 300, fillMs: 200 })).toBe('.xxx..')
    expect(decide('0900900', { shortestMs: 300, fillMs: 200 })).toBe('.......')
  })

  const anyDecoding = fc.record({
    on: fc.double({ min: 0.4, max: 0.9, noNaN: true }),
    off: fc.double({ min: 0.1, max: 0.4, noNaN: true }),
    smoothFrames: fc.integer({ min: 1, max: 9 }),
    shortestMs: fc.integer({ min: 0, max: 15 }).map((n) => n * 100),
    fillMs: fc.integer({ min: 0, max: 15 }).map((n) => n * 100),
  })
  const anySound = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 200 }).map((digits) => digits.join(''))

  it('decides every frame once, leaves nothing too short, and waits no longer than it says', () => {
    fc.assert(
      fc.property(anyDecoding, anySound, (settings, text) => {
        const decided = decide(text, settings)
        expect(decided).toHaveLength(text.length)
        for (const [sound] of decided.matchAll(/x+/g)) expect(sound.length * 100).toBeGreaterThanOrEqual(settings.shortestMs)
        // What is left of pauses inside was too long to fill.
        for (const [pause] of decided.matchAll(/(?<=x)\.+(?=x)/g)) expect(pause.length * 100).toBeGreaterThanOrEqual(settings.fillMs)

        const decoder = new ClassDecoder(settings)
        const longestWait = Math.floor(settings.smoothFrames / 2) + (settings.shortestMs + settings.fillMs) / 100
        let waiting = 0
        for (const digit of text) {
          waiting += 1 - decoder.push(Number(digit) / 10).length
          expect(waiting).toBeLessThanOrEqual(longestWait)
        }
      }),
    )
  })
})

describe('decoding all classes', () => {
  it('decides with the committed settings, which are sane', () => {
    expect(Object.keys(decoding.classes)).toEqual([...VOICE_CLASSES])
    for (const { on, off } of Object.values(decoding.classes)) {
      expect(off).toBeGreaterThan(0)
      expect(on).toBeGreaterThanOrEqual(off)
      expect(on).toBeLessThan(1)
    }
    expect(decoding.syllablesFactor).toBeGreaterThan(0)
  })
  it('hears several at once, whatever their settings, and nothing in what is no number', () => {
    const decoder = new VoiceDecoder({ ...decoding, classes: { ...decoding.classes, ELE: { ...PLAIN, smoothFrames: 9, fillMs: 900 } } })
    const frame = (...heard: readonly string[]): Float32Array => Float32Array.from(VOICE_CLASSES, (name) => (heard.includes(name) ? 0.95 : 0.02))
    const sound = [
      ...Array.from({ length: 10 }, () => frame('FEM')),
      ...Array.from({ length: 10 }, () => frame('CHI', 'FEM')),
      ...Array.from({ length: 10 }, () => frame('CHI')),
      ...Array.from({ length: 10 }, () => new Float32Array(6).fill(Number.NaN)),
    ]
    const decided = [...sound.flatMap((probabilities) => decoder.push(probabilities)), ...decoder.flush()]
    expect(decided).toHaveLength(40)
    expect([4, 14, 24, 38].map((at) => decided[at])).toEqual([['FEM'], ['CHI', 'FEM'], ['CHI'], []])
    expect(decoder.flush()).toEqual([])
  })
})
