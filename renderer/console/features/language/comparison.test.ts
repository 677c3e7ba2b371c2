import { describe, expect, it } from 'vitest'
import { ZERO_ESTIMATE, zeroSoundMs } from '../../../../common/listening/metrics'
import type { SpeechPeriod } from '../../../../common/speech'
import { compareWeek } from './comparison'

function week(listenedHours: number, wordsPerHour: number, spread = 0.1): SpeechPeriod {
  const value = listenedHours * wordsPerHour
  return {
    startsOn: '2026-11-16',
    endsOn: '2026-11-22',
    daysListened: 5,
    totals: {
      listenedMs: listenedHours * 3_600_000,
      gapMs: 0,
      soundMs: zeroSoundMs(),
      adultWords: { value, low: value * (1 - spread), high: value * (1 + spread) },
      childVocalizations: ZERO_ESTIMATE,
      conversationalTurns: ZERO_ESTIMATE,
      levelMeanDbfs: null,
      levelP90Dbfs: null,
    },
  }
}

describe('a week beside the child’s own earlier weeks', () => {
  it('is not compared with fewer than three weeks that were listened to', () => {
    expect(compareWeek(week(40, 900), [week(30, 800), week(30, 800), week(9, 800)])).toEqual({ kind: 'few-weeks', weeks: 2 })
  })

  it('is not compared while it is short itself', () => {
    const earlier = [week(30, 800), week(30, 800), week(30, 800)]
    expect(compareWeek(week(4, 2000), earlier)).toEqual({ kind: 'short-week', listenedMs: 4 * 3_600_000 })
    expect(compareWeek(undefined, earlier)).toEqual({ kind: 'short-week', listenedMs: 0 })
  })

  it('counts talk by the hour: twice the listening is not more talk', () => {
    expect(compareWeek(week(80, 800), [week(40, 800), week(40, 800), week(40, 800)]).kind).toBe('similar')
  })

  it('claims a difference only beyond the week’s own interval', () => {
    const earlier = [week(40, 700), week(40, 800), week(40, 5000)]
    expect(compareWeek(week(40, 870), earlier).kind).toBe('similar')
    expect(compareWeek(week(40, 1000), earlier)).toEqual({ kind: 'more', difference: 0.25, weeks: 3 })
    expect(compareWeek(week(40, 600), earlier)).toEqual({ kind: 'less', difference: 0.25, weeks: 3 })
  })
})
