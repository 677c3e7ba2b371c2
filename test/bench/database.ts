import { BIN_MS, type SpeechBin, ZERO_ESTIMATE, zeroSoundMs } from '../../common/listening/metrics'
import { createCore } from '../../electron/core/index'
import { addDays } from '../../electron/core/time/calendar'
import { consentTexts } from '../../resources/consent'
import { openTestDatabase } from '../support/database'
import { seedFiveYears } from '../support/five-years'
import { type Measurement, measurement, quantile } from './results'

const RUNS = 100
const INSERTS = 500
const BUDGET_MS = 20

/** Stores and queries on five made-up years of three children, in a real encrypted file. */
export async function benchDatabase(): Promise<readonly Measurement[]> {
  const database = openTestDatabase()
  try {
    const { childIds, endsOn, startsOn, bins } = await seedFiveYears(database, { endsOn: '2026-11-20' })
    const [childId] = childIds
    if (childId === undefined) throw new Error('the made-up family has no child')
    const now = Date.parse('2026-11-21T09:00:00Z')
    const { speech } = createCore({ db: database.db, now: () => now, consentTexts })
    const yearAgo = addDays(endsOn, -365)
    const queries = {
      'day (Today)': (run: number) => speech.day(childId, addDays(endsOn, -run)),
      'hours of 4 weeks (heat map)': (run: number) => speech.hours(childId, addDays(endsOn, -27 - run), addDays(endsOn, -run)),
      'one year by day': () => speech.periods(childId, yearAgo, endsOn, 'day'),
      'five years by week': () => speech.periods(childId, startsOn, endsOn, 'week'),
      'five years by month': () => speech.periods(childId, startsOn, endsOn, 'month'),
    }
    const results: Measurement[] = [measurement('database: bins stored for the measurement', 'bins', bins)]
    for (const [name, query] of Object.entries(queries)) {
      const times = await timesOf(RUNS, query)
      results.push(
        measurement(`query: ${name}, p50`, 'ms', quantile(times, 0.5)),
        measurement(`query: ${name}, p95`, 'ms', quantile(times, 0.95), BUDGET_MS),
      )
    }
    const sessionId = await speech.startSession(childId, 'Nest', now)
    const inserts = await timesOf(INSERTS, (run) => speech.recordBin(sessionId, binAt(now + run * BIN_MS), true))
    return [
      ...results,
      measurement('store: one bin with its roll-ups, p50', 'ms', quantile(inserts, 0.5)),
      measurement('store: one bin with its roll-ups, p95', 'ms', quantile(inserts, 0.95), BUDGET_MS),
    ]
  } finally {
    database.dispose()
  }
}

async function timesOf(runs: number, work: (run: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now()
    await work(run)
    times.push(performance.now() - startedAt)
  }
  return times
}

function binAt(startedAt: number): SpeechBin {
  return {
    startedAt,
    endedAt: startedAt + BIN_MS,
    listenedMs: BIN_MS,
    gapMs: 0,
    soundMs: { ...zeroSoundMs(), FEM: 60_000, SIL: BIN_MS - 60_000 },
    adultWords: { value: 180, low: 120, high: 240 },
    childVocalizations: ZERO_ESTIMATE,
    conversationalTurns: ZERO_ESTIMATE,
    levelMeanDbfs: -45,
    levelP90Dbfs: -30,
  }
}
