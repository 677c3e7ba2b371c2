import { describe, expect, it } from 'vitest'
import { BIN_MS, type SpeechBin, ZERO_ESTIMATE, zeroSoundMs } from '../../../common/listening/metrics'
import { ribbonLayout } from './ribbon-layout'

const DAY = Date.UTC(2026, 10, 21)
const END = DAY + 86_400_000

function bin(index: number, change: Partial<SpeechBin> = {}): SpeechBin {
  return {
    startedAt: DAY + index * BIN_MS,
    endedAt: DAY + (index + 1) * BIN_MS,
    listenedMs: BIN_MS,
    gapMs: 0,
    soundMs: { ...zeroSoundMs(), SIL: BIN_MS },
    adultWords: ZERO_ESTIMATE,
    childVocalizations: ZERO_ESTIMATE,
    conversationalTurns: ZERO_ESTIMATE,
    levelMeanDbfs: null,
    levelP90Dbfs: null,
    ...change,
  }
}

const gap = (index: number) => bin(index, { listenedMs: 0, gapMs: BIN_MS, soundMs: zeroSoundMs() })

describe('the day ribbon', () => {
  it('stacks who spoke in the same order, cry and laugh apart, silence and noise never', () => {
    const soundMs = { ...zeroSoundMs(), MAL: 10_000, KCHI: 5000, CRY: 1000, LAU: 2000, NOI: 60_000, SIL: 30_000 }
    expect(ribbonLayout([bin(3, { soundMs })], DAY, END).slots[0]?.stack).toEqual([
      { voice: 'child', fromMs: 0, toMs: 5000 },
      { voice: 'cry', fromMs: 5000, toMs: 6000 },
      { voice: 'laugh', fromMs: 6000, toMs: 8000 },
      { voice: 'men', fromMs: 8000, toMs: 18_000 },
    ])
  })

  it('joins neighbouring gaps and listened stretches, and leaves the rest of the day blank', () => {
    const { gaps, listened } = ribbonLayout([bin(0), bin(1), gap(2), gap(3), bin(10)], DAY, END)
    expect(gaps).toEqual([{ from: DAY + 2 * BIN_MS, to: DAY + 4 * BIN_MS }])
    expect(listened).toEqual([
      { from: DAY, to: DAY + 2 * BIN_MS },
      { from: DAY + 10 * BIN_MS, to: DAY + 11 * BIN_MS },
    ])
  })

  it('keeps bins of other days and empty bins out, and cuts those on the edge', () => {
    const { slots, listened } = ribbonLayout(
      [bin(-2), bin(-1, { startedAt: DAY - 60_000, endedAt: DAY + 60_000 }), bin(5, { listenedMs: 0 }), bin(288)],
      DAY,
      END,
    )
    expect(slots).toHaveLength(1)
    expect(listened).toEqual([{ from: DAY, to: DAY + 60_000 }])
  })

  it('scales to whole minutes, and not to nothing on a silent day', () => {
    const loud = bin(0, { soundMs: { ...zeroSoundMs(), FEM: 61_000 } })
    expect(ribbonLayout([loud], DAY, END).topMs).toBe(120_000)
    expect(ribbonLayout([bin(0)], DAY, END).topMs).toBe(60_000)
    expect(ribbonLayout([], DAY, END)).toEqual({ slots: [], gaps: [], listened: [], topMs: 60_000 })
  })

  it('walks in the order of time however the bins came', () => {
    expect(ribbonLayout([bin(9), bin(2)], DAY, END).slots.map(({ bin: { startedAt } }) => startedAt)).toEqual([
      DAY + 2 * BIN_MS,
      DAY + 9 * BIN_MS,
    ])
  })
})
