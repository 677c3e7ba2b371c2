import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_RING_SECONDS, RingBuffer } from './ring-buffer'

describe('the ring buffer', () => {
  it('refuses to hold more than ten seconds', () => {
    expect(() => new RingBuffer(MAX_RING_SECONDS * 16_000)).not.toThrow()
    expect(() => new RingBuffer(MAX_RING_SECONDS * 16_000 + 1)).toThrow(/ten seconds/)
  })

  it('gives the latest samples in order, whatever was pushed before and in what pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { maxLength: 30 })), fc.integer({ min: 1, max: 12 }), fc.nat(4), (pieces, wanted, skipped) => {
        const ring = new RingBuffer(16)
        for (const piece of pieces) ring.push(Float32Array.from(piece))
        const latest = new Float32Array(wanted)
        ring.latest(latest, skipped)
        const all = [...new Array<number>(wanted + skipped).fill(0), ...pieces.flat()]
        expect([...latest]).toEqual([...Float32Array.from(all.slice(all.length - skipped - wanted, all.length - skipped))])
        expect(() => { ring.latest(latest, 17 - wanted) }).toThrow(/more sound/)
      }),
    )
  })

  it('makes harmless what is no number and limits what is too loud', () => {
    const ring = new RingBuffer(4)
    ring.push(Float32Array.of(Number.NaN, Infinity, -3, 0.5))
    const latest = new Float32Array(4)
    ring.latest(latest)
    expect([...latest]).toEqual([0, 0, -1, 0.5])
  })

  it('holds nothing but zeros after it is cleared', () => {
    const ring = new RingBuffer(1000)
    ring.push(new Float32Array(1500).fill(0.7))
    expect(ring.isSilent()).toBe(false)
    ring.clear()
    expect(ring.isSilent()).toBe(true)
    const all = new Float32Array(1000).fill(1)
    ring.latest(all)
    expect(all.every((sample) => sample === 0)).toBe(true)
  })
})
