import { describe, expect, it } from 'vitest'
import { BIN_MS, type SpeechBin, ZERO_ESTIMATE, zeroSoundMs } from '../../../../common/listening/metrics'
import { hourRows } from './hour-rows'

// A family's day that starts at 4:00 in a zone half an hour off UTC.
const START = Date.UTC(2026, 10, 20, 22, 30)

const bin = (index: number, words: number, women = 0): SpeechBin => ({
  startedAt: START + index * BIN_MS,
  endedAt: START + (index + 1) * BIN_MS,
  listenedMs: BIN_MS,
  gapMs: 0,
  soundMs: { ...zeroSoundMs(), FEM: women },
  adultWords: { value: words, low: words / 2, high: words * 2 },
  childVocalizations: ZERO_ESTIMATE,
  conversationalTurns: ZERO_ESTIMATE,
  levelMeanDbfs: null,
  levelP90Dbfs: null,
})

describe('the day by hour', () => {
  it('puts twelve bins into an hour and adds them up', () => {
    const rows = hourRows([bin(12, 5, 1000), bin(11, 3), bin(0, 2)], START)
    expect(rows.map(({ startsAt, adultWords, listenedMs }) => [(startsAt - START) / 3_600_000, adultWords.value, listenedMs])).toEqual([
      [0, 5, 2 * BIN_MS],
      [1, 5, BIN_MS],
    ])
    expect(rows[1]?.soundMs.FEM).toBe(1000)
    expect(rows[0]?.adultWords).toEqual({ value: 5, low: 2.5, high: 10 })
  })

  it('keeps hours that were only missed, and leaves out those without anything', () => {
    const missed = { ...bin(30, 0), listenedMs: 0, gapMs: BIN_MS }
    const nothing = { ...bin(50, 0), listenedMs: 0 }
    expect(hourRows([missed, nothing], START)).toHaveLength(1)
  })
})
