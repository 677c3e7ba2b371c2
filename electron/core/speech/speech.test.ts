import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BIN_MS, type SpeechBin, speechTotalsSchema, type SpeechTotals } from '../../../common/listening/metrics'
import { SOUND_TYPES } from '../../../common/listening/voice'
import { speechDaySchema } from '../../../common/speech'
import { createTestFamily, NOBODY_ID, OWNER_ID, TEST_NOW, type TestFamily } from '../../../test/support/family'
import { createFamilyClock } from '../time/family-clock'
import { weekOf } from '../time/calendar'

let family: TestFamily
beforeEach(async () => {
  family = await createTestFamily()
  await family.core.consent.give({ childId: family.child.id, purpose: 'listening', textVersion: '1', language: 'en' }, OWNER_ID)
})
afterEach(() => {
  family.dispose()
})

function bin(startedAt: number, change: Partial<SpeechBin> = {}): SpeechBin {
  return {
    startedAt,
    endedAt: startedAt + BIN_MS,
    listenedMs: 240_000,
    gapMs: 60_000,
    soundMs: { KCHI: 10_000, OCH: 12_000, CHI: 8_000, FEM: 30_000, MAL: 40_000, OLN: 5_000, ELE: 15_000, CRY: 1_000, LAU: 2_000, NOI: 50_000, SIL: 67_000 },
    adultWords: { value: 100.5, low: 80.25, high: 125 },
    childVocalizations: { value: 7, low: 5, high: 9 },
    conversationalTurns: { value: 3, low: 1, high: 5 },
    levelMeanDbfs: -40,
    levelP90Dbfs: -30,
    ...change,
  }
}

const start = (at = TEST_NOW) => family.core.speech.startSession(family.child.id, 'Mic', at)

describe('recording', () => {
  it('gives back the bin and the day it makes', async () => {
    const { speech } = family.core
    await speech.recordBin(await start(), bin(TEST_NOW), true)
    const day = await speech.day(family.child.id, null)
    expect(day).toMatchObject({ childId: family.child.id, localDay: '2026-11-21', bins: [bin(TEST_NOW)] })
    expect({ startedAt: TEST_NOW, endedAt: TEST_NOW + BIN_MS, ...day.totals }).toEqual(bin(TEST_NOW))
    expect([day.dayStartsAt, day.dayEndsAt]).toEqual([Date.UTC(2026, 10, 21, 3), Date.UTC(2026, 10, 22, 3)])
    expect(day.week.map(({ localDay }) => localDay)).toEqual([15, 16, 17, 18, 19, 20, 21].map((of) => `2026-11-${String(of)}`))
    expect(day.week.map(({ totals: { listenedMs } }) => listenedMs)).toEqual([0, 0, 0, 0, 0, 0, 240_000])
    expect(speechDaySchema.parse(day)).toEqual(day)
  })

  it('replaces a filling bin by its newer state, but not a complete one by an older', async () => {
    const { speech } = family.core
    const id = await start()
    await speech.recordBin(id, bin(TEST_NOW, { endedAt: TEST_NOW + 5_000, listenedMs: 5_000 }), false)
    await speech.recordBin(id, bin(TEST_NOW), true)
    await speech.recordBin(id, bin(TEST_NOW, { listenedMs: 1 }), false)
    const day = await speech.day(family.child.id, '2026-11-21')
    expect(day.bins).toEqual([bin(TEST_NOW)])
    expect(day.totals.listenedMs).toBe(240_000)
  })

  it('needs a consent that stands, and knows child and session', async () => {
    const { speech, consent } = family.core
    await expect(speech.startSession(NOBODY_ID, 'Mic', TEST_NOW)).rejects.toMatchObject({ code: 'not-found' })
    await expect(speech.recordBin(NOBODY_ID, bin(TEST_NOW), true)).rejects.toMatchObject({ code: 'not-found' })
    await expect(speech.endSession(NOBODY_ID, TEST_NOW)).rejects.toMatchObject({ code: 'not-found' })
    await consent.withdraw(family.child.id, 'listening', OWNER_ID)
    await expect(start()).rejects.toMatchObject({ code: 'no-consent' })
  })

  it('weighs levels by the time listened: the mean as energy, the percentile as it is', async () => {
    const { speech } = family.core
    const id = await start()
    await speech.recordBin(id, bin(TEST_NOW, { listenedMs: 100_000, levelMeanDbfs: -20, levelP90Dbfs: -10 }), true)
    await speech.recordBin(id, bin(TEST_NOW + BIN_MS, { listenedMs: 300_000, levelMeanDbfs: -60, levelP90Dbfs: -50 }), true)
    await speech.recordBin(id, bin(TEST_NOW + 2 * BIN_MS, { listenedMs: 0, levelMeanDbfs: null, levelP90Dbfs: null }), true)
    const { totals } = await speech.day(family.child.id, null)
    expect(totals.levelMeanDbfs).toBeCloseTo(10 * Math.log10((0.01 + 3 * 0.000_001) / 4), 9)
    expect(totals.levelP90Dbfs).toBeCloseTo(-40, 9)
  })

  it('ends sessions once, and those that a crash left open where they were last heard', async () => {
    const { speech } = family.core
    const rows = () => family.database.raw.prepare('SELECT ended_at, end_reason FROM audio_session ORDER BY id').all()
    await speech.endSession(await start(), TEST_NOW - 5)
    const crashed = await start()
    await speech.recordBin(crashed, bin(TEST_NOW), false)
    await speech.recordGap(crashed, { startedAt: TEST_NOW + BIN_MS, endedAt: TEST_NOW + BIN_MS + 7, reason: 'asleep' })
    await start()
    expect(await speech.closeDangling()).toBe(2)
    expect(await speech.closeDangling()).toBe(0)
    expect(rows()).toEqual([
      { ended_at: TEST_NOW, end_reason: 'stopped' },
      { ended_at: TEST_NOW + BIN_MS + 7, end_reason: 'dangling' },
      { ended_at: TEST_NOW, end_reason: 'dangling' },
    ])
    expect(family.database.raw.prepare('SELECT DISTINCT final FROM audio_bin').all()).toEqual([{ final: 1 }])
  })

  it('keeps gaps, and no empty ones', async () => {
    const id = await start()
    const gap = { startedAt: TEST_NOW, endedAt: TEST_NOW + 10, reason: 'microphone-lost' } as const
    await family.core.speech.recordGap(id, gap)
    await family.core.speech.recordGap(id, { ...gap, endedAt: TEST_NOW + 20 })
    await family.core.speech.recordGap(id, { ...gap, startedAt: TEST_NOW + 30 })
    expect(family.database.raw.prepare('SELECT started_at, ended_at, local_day FROM audio_gap').all()).toEqual([
      { started_at: TEST_NOW, ended_at: TEST_NOW + 20, local_day: '2026-11-21' },
    ])
  })

  it('leaves a bin where it was first placed when the family changes its day', async () => {
    const { speech, settings } = family.core
    const id = await start()
    const at = TEST_NOW + 3 * 3_600_000 // 16:00 of the 21st in Berlin, 5:00 of the 22nd on Kiritimati
    await speech.recordBin(id, bin(at, { listenedMs: 1_000 }), false)
    await settings.update({ timeZone: 'Pacific/Kiritimati' }, OWNER_ID)
    await speech.recordBin(id, bin(at), true)
    expect((await speech.day(family.child.id, '2026-11-21')).totals.listenedMs).toBe(240_000)
    expect((await speech.day(family.child.id, '2026-11-22')).totals.listenedMs).toBe(0)
    expect((await speech.hours(family.child.id, '2026-11-20', '2026-11-23')).map(({ hour }) => hour)).toEqual([16])
  })
})

describe('the roll-ups', () => {
  const base = Date.UTC(2026, 9, 23) // the clocks are put back on 2026-10-25
  const anyCount = fc.tuple(fc.double({ min: 0, max: 500, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })).map(
    ([value, share]) => ({ value, low: value * share, high: value / (share + 0.01) }),
  )
  const anyBin = fc.record({
    slot: fc.integer({ min: 0, max: 12 * 24 * 5 }),
    session: fc.integer({ min: 0, max: 1 }),
    listenedMs: fc.integer({ min: 0, max: BIN_MS }),
    words: anyCount,
    turns: anyCount,
    level: fc.option(fc.double({ min: -90, max: 0, noNaN: true })),
  })

  it('are the sum over the bins, whatever is written in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyBin, { maxLength: 25 }), async (writes) => {
        for (const table of ['audio_bin', 'audio_rollup', 'audio_session']) family.database.raw.exec(`DELETE FROM ${table}`)
        const { speech } = family.core
        const sessions = [await start(base), await start(base)]
        const latest = new Map<string, SpeechBin>()
        for (const { slot, session, listenedMs, words, turns, level } of writes) {
          const written = bin(base + slot * BIN_MS, {
            listenedMs, gapMs: BIN_MS - listenedMs, adultWords: words, conversationalTurns: turns,
            levelMeanDbfs: listenedMs > 0 ? level : null, levelP90Dbfs: listenedMs > 0 ? level : null,
          })
          latest.set(`${String(session)} ${String(slot)}`, written)
          await speech.recordBin(sessions[session] ?? '', written, true)
        }
        const clock = createFamilyClock('Europe/Berlin', 240)
        const expectSums = (found: readonly (readonly [string, SpeechTotals])[], keyOf: (bin: SpeechBin) => string) => {
          const groups = new Map(found)
          const wanted = new Set([...latest.values()].map(keyOf))
          for (const key of wanted) {
            const parts = [...latest.values()].filter((part) => keyOf(part) === key)
            const totals = groups.get(key)
            if (totals === undefined) expect(parts.every((part) => part.listenedMs === 0)).toBe(true)
            else expectSum(totals, parts)
          }
          for (const [key, totals] of found) if (!wanted.has(key)) expect(totals.listenedMs + totals.gapMs).toBe(0)
        }
        const dayKey = (part: SpeechBin) => clock.dayOf(part.startedAt)
        const range = [family.child.id, '2026-10-19', '2026-11-01'] as const
        expectSums((await speech.hours(...range)).map((hour) => [`${hour.localDay} ${String(hour.hour)}`, hour.totals]),
          (part) => `${dayKey(part)} ${String(clock.hourOf(part.startedAt))}`)
        expectSums((await speech.periods(...range, 'day')).map((period) => [period.startsOn, period.totals]), dayKey)
        expectSums((await speech.periods(...range, 'week')).map((period) => [period.startsOn, period.totals]),
          (part) => weekOf(dayKey(part)).startsOn)
        expectSums((await speech.periods(...range, 'month')).map((period) => [period.startsOn, period.totals]),
          (part) => `${dayKey(part).slice(0, 7)}-01`)
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})

function expectSum(totals: SpeechTotals, parts: readonly SpeechBin[]): void {
  const sum = (of: (part: SpeechBin) => number) => parts.reduce((total, part) => total + of(part), 0)
  expect(speechTotalsSchema.parse(totals)).toEqual(totals)
  expect(totals.listenedMs).toBe(sum((part) => part.listenedMs))
  expect(totals.gapMs).toBe(sum((part) => part.gapMs))
  for (const type of SOUND_TYPES) expect(totals.soundMs[type]).toBe(sum((part) => part.soundMs[type]))
  for (const count of ['adultWords', 'childVocalizations', 'conversationalTurns'] as const) {
    for (const end of ['value', 'low', 'high'] as const) expect(totals[count][end]).toBeCloseTo(sum((part) => part[count][end]), 6)
  }
  const heard = parts.filter((part) => part.levelMeanDbfs !== null)
  const heardMs = heard.reduce((total, part) => total + part.listenedMs, 0)
  if (heardMs === 0) {
    expect(totals.levelMeanDbfs).toBeNull()
    return
  }
  const energy = heard.reduce((total, part) => total + part.listenedMs * 10 ** ((part.levelMeanDbfs ?? 0) / 10), 0)
  expect(totals.levelMeanDbfs).toBeCloseTo(10 * Math.log10(energy / heardMs), 6)
}

describe('the queries', () => {
  it('give every period that touches the range, whole, with the days listened', async () => {
    const { speech } = family.core
    const id = await start()
    for (const day of [9, 10, 21]) await speech.recordBin(id, bin(Date.UTC(2026, 10, day, 12)), true)
    const periods = (by: 'day' | 'week' | 'month', from: string, to: string) => speech.periods(family.child.id, from, to, by)
    const short = async (list: ReturnType<typeof periods>) =>
      (await list).map(({ startsOn, endsOn, daysListened, totals }) => [startsOn, endsOn, daysListened, totals.adultWords.value])
    expect(await short(periods('day', '2026-11-20', '2026-11-21'))).toEqual([
      ['2026-11-20', '2026-11-20', 0, 0], ['2026-11-21', '2026-11-21', 1, 100.5],
    ])
    expect(await short(periods('week', '2026-11-11', '2026-11-16'))).toEqual([
      ['2026-11-09', '2026-11-15', 2, 201], ['2026-11-16', '2026-11-22', 1, 100.5],
    ])
    expect(await short(periods('month', '2026-10-31', '2026-11-01'))).toEqual([
      ['2026-10-01', '2026-10-31', 0, 0], ['2026-11-01', '2026-11-30', 3, 301.5],
    ])
  })

  it('refuse ranges that are backwards, too long, or of nobody', async () => {
    const { speech } = family.core
    const id = family.child.id
    await expect(speech.periods(id, '2026-11-02', '2026-11-01', 'day')).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(speech.periods(id, '2020-01-01', '2026-11-01', 'week')).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(speech.hours(id, '2026-01-01', '2026-03-04')).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await speech.hours(id, '2026-01-01', '2026-03-03')).toEqual([])
    await expect(speech.hours(NOBODY_ID, '2026-01-01', '2026-01-02')).rejects.toMatchObject({ code: 'not-found' })
    await expect(speech.day(NOBODY_ID, null)).rejects.toMatchObject({ code: 'not-found' })
  })
})
