import { describe, expect, it } from 'vitest'
import { ZERO_ESTIMATE, zeroSoundMs } from '../../../../common/listening/metrics'
import type { SpeechPeriod } from '../../../../common/speech'
import { periodsOf } from './period-range'
import { listenedPeriods, perListenedDay } from './trend-points'

const HOUR = 3_600_000

const known = (startsOn: string, endsOn: string, hours: number, daysListened: number, words: number): SpeechPeriod => ({
  startsOn,
  endsOn,
  daysListened,
  totals: {
    listenedMs: hours * HOUR,
    gapMs: 0,
    soundMs: zeroSoundMs(),
    adultWords: { value: words, low: words / 2, high: words * 2 },
    childVocalizations: ZERO_ESTIMATE,
    conversationalTurns: ZERO_ESTIMATE,
    levelMeanDbfs: null,
    levelP90Dbfs: null,
  },
})

describe('points of the trend', () => {
  const weeks = periodsOf('week', '2026-11-21', 0)

  it('stay empty, not zero, where nothing was listened to', () => {
    const points = listenedPeriods(weeks, [known('2026-11-16', '2026-11-22', 0, 0, 0)])
    expect(points.every(({ totals }) => totals === null)).toBe(true)
    expect(points.map((point) => perListenedDay(point, 'adultWords'))).toEqual(weeks.map(() => null))
  })

  it('are for each day with listening, and marked when those days were short', () => {
    const points = listenedPeriods(weeks, [known('2026-11-16', '2026-11-22', 60, 5, 50_000), known('2026-11-09', '2026-11-15', 40, 5, 10_000)])
    const [last, before] = [points.at(-1), points.at(-2)]
    expect(last?.short).toBe(false)
    expect(before?.short).toBe(true)
    expect(last && perListenedDay(last, 'adultWords')).toEqual({ value: 10_000, low: 5000, high: 20_000 })
  })
})
