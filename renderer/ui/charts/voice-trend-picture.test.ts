import { describe, expect, it } from 'vitest'
import { tallest, voiceTrendPlace } from './voice-trend-picture'

const silent = { child: 0, cry: 0, laugh: 0, someChild: 0, otherChild: 0, women: 0, men: 0, overlap: 0, electronic: 0 }

describe('who was heard over time', () => {
  it('finds the column under the pointer, and none beside them', () => {
    // 1000 wide: 8 before the columns, 266 after them.
    expect([7, 8, 80, 81, 733, 734].map((x) => voiceTrendPlace(x, 1000, 10))).toEqual([null, 0, 0, 1, 9, null])
  })

  it('is as high as its tallest column', () => {
    const column = (voices: typeof silent | null) => ({ key: 'a', label: 'a', voices })
    expect(tallest([column({ ...silent, child: 20, men: 30 }), column(null), column({ ...silent, women: 40 })])).toBe(50)
    expect(tallest([column(silent)])).toBe(1)
  })
})
