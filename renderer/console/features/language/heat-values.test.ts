import { describe, expect, it } from 'vitest'
import { ZERO_ESTIMATE, zeroSoundMs } from '../../../../common/listening/metrics'
import type { SpeechHour } from '../../../../common/speech'
import { heatTable, hoursOfDay } from './heat-values'

const hour = (localDay: string, clock: number, minutes: number, words: number): SpeechHour => ({
  localDay,
  hour: clock,
  totals: {
    listenedMs: minutes * 60_000,
    gapMs: 0,
    soundMs: zeroSoundMs(),
    adultWords: { value: words, low: words, high: words },
    childVocalizations: ZERO_ESTIMATE,
    conversationalTurns: ZERO_ESTIMATE,
    levelMeanDbfs: null,
    levelP90Dbfs: null,
  },
})

describe('the heat map', () => {
  it('has the hours in the order of the family’s day', () => {
    expect(hoursOfDay(240).slice(0, 2)).toEqual([4, 5])
    expect(hoursOfDay(240).at(-1)).toBe(3)
    expect(hoursOfDay(0).at(-1)).toBe(23)
  })

  it('gives words for an hour of listening, and none for minutes of it', () => {
    const { values, ranges, listenedMs } = heatTable([hour('2026-11-20', 8, 30, 400), hour('2026-11-20', 9, 4, 400)], ['2026-11-19', '2026-11-20'], [8, 9])
    expect(values).toEqual([
      [null, null],
      [800, null],
    ])
    expect(ranges[1]).toEqual([{ value: 800, low: 800, high: 800 }, null])
    expect(listenedMs[1]).toEqual([30 * 60_000, 4 * 60_000])
  })

  it('joins the hour that is struck twice when the clock is put back', () => {
    const { values } = heatTable([hour('2026-10-25', 2, 60, 100), hour('2026-10-25', 2, 60, 300)], ['2026-10-25'], [2])
    expect(values).toEqual([[200]])
  })
})
