import { describe, expect, it } from 'vitest'
import { type SpeechTotals, ZERO_ESTIMATE, zeroSoundMs } from '../../../../common/listening/metrics'
import { daySentence } from './day-sentence'
import { soundShares, talkShare } from './sound-shares'

const totals = (listenedMs: number, words: number): SpeechTotals => ({
  listenedMs,
  gapMs: 0,
  soundMs: zeroSoundMs(),
  adultWords: { value: words, low: words * 0.8, high: words * 1.2 },
  childVocalizations: ZERO_ESTIMATE,
  conversationalTurns: ZERO_ESTIMATE,
  levelMeanDbfs: null,
  levelP90Dbfs: null,
})

describe('the sentence of a day', () => {
  it('never claims a day from minutes', () => {
    expect(daySentence(totals(0, 0))).toBe('none')
    expect(daySentence(totals(9.9 * 60_000, 300))).toBe('little')
    expect(daySentence(totals(10 * 60_000, 300))).toBe('full')
  })

  it('tells a silent day from one nobody listened to', () => {
    expect(daySentence(totals(3_600_000, 0.3))).toBe('silent')
  })
})

describe('shares of the time listened', () => {
  it('count every sound once, each voice as talk', () => {
    const everything = Object.fromEntries(Object.keys(zeroSoundMs()).map((type) => [type, 1000])) as ReturnType<typeof zeroSoundMs> // true: the same keys
    const shares = soundShares(everything)
    expect(shares).toEqual({
      children: 5 / 11, women: 1 / 11, men: 1 / 11, overlap: 1 / 11, electronic: 1 / 11, noise: 1 / 11, silence: 1 / 11,
    })
    expect(shares === null ? 0 : talkShare(shares)).toBeCloseTo(8 / 11)
  })

  it('are not invented for a day without listening', () => {
    expect(soundShares(zeroSoundMs())).toBeNull()
  })
})
