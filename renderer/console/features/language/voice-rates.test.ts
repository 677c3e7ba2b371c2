import { describe, expect, it } from 'vitest'
import { type SpeechTotals, ZERO_ESTIMATE, zeroSoundMs } from '../../../../common/listening/metrics'
import { type ListenedPeriod } from './trend-points'
import { heardTogether, soundRates, voicesOf } from './voice-rates'

const HOUR = 3_600_000

function period(hours: number, change: Partial<SpeechTotals['soundMs']>): ListenedPeriod {
  const totals: SpeechTotals = {
    listenedMs: hours * HOUR,
    gapMs: 0,
    soundMs: { ...zeroSoundMs(), ...change },
    adultWords: ZERO_ESTIMATE,
    childVocalizations: ZERO_ESTIMATE,
    conversationalTurns: ZERO_ESTIMATE,
    levelMeanDbfs: null,
    levelP90Dbfs: null,
  }
  return { startsOn: '2026-11-16', endsOn: '2026-11-22', totals: hours === 0 ? null : totals, daysListened: 1, short: true }
}

describe('who was heard in an hour of listening', () => {
  it('does not take more listening for more talk', () => {
    expect(soundRates({ ...zeroSoundMs(), FEM: 600 }, 2 * HOUR)?.FEM).toBe(300)
    expect(soundRates(zeroSoundMs(), 0)).toBeNull()
  })

  it('weighs periods by how long they were listened to', () => {
    const { soundMs, listenedMs } = heardTogether([period(1, { FEM: 400, CRY: 40 }), period(0, {}), period(3, { FEM: 400 })])
    expect(listenedMs).toBe(4 * HOUR)
    expect(soundRates(soundMs, listenedMs)).toMatchObject({ FEM: 200, CRY: 10, MAL: 0 })
  })

  it('gives each voice its own sounds', () => {
    const soundMs = { KCHI: 1, CRY: 2, LAU: 3, CHI: 4, OCH: 5, FEM: 6, MAL: 7, OLN: 8, ELE: 9, NOI: 100, SIL: 1000 }
    expect(Object.values(voicesOf(soundMs))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
})
