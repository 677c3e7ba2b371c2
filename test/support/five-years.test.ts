import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCore } from '../../electron/core/index'
import { addUp, rollupOf } from '../../electron/core/speech/totals'
import { consentTexts } from '../../resources/consent'
import { openTestDatabase, type TestDatabase } from './database'
import { seedFiveYears } from './five-years'

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase()
})
afterEach(() => {
  database.dispose()
})

describe('the made-up years', () => {
  it('hold together: roll-ups are the sums of bins, and the pages can be asked', async () => {
    const seeded = await seedFiveYears(database, { endsOn: '2026-11-20', days: 30, binsPerDay: 20 })
    expect(seeded.childIds).toHaveLength(3)
    expect(seeded.bins).toBeGreaterThan(1_000)
    const core = createCore({ db: database.db, now: () => Date.UTC(2026, 10, 20, 18), consentTexts })
    for (const childId of seeded.childIds) {
      const rows = await database.db.selectFrom('audio_bin').selectAll().where('child_id', '=', childId).execute()
      const sums = addUp(rows.map(rollupOf))
      for (const by of ['day', 'week', 'month'] as const) {
        const periods = await core.speech.periods(childId, seeded.startsOn, seeded.endsOn, by)
        const words = periods.reduce((total, { totals }) => total + totals.adultWords.high, 0)
        expect(words).toBeCloseTo(sums.words_high, 6)
        expect(periods.reduce((total, { daysListened }) => total + daysListened, 0)).toBe(new Set(rows.map((row) => row.local_day)).size)
      }
      const hours = await core.speech.hours(childId, seeded.startsOn, seeded.endsOn)
      expect(hours.reduce((total, { totals }) => total + totals.listenedMs, 0)).toBe(sums.listened_ms)
      expect(await core.consent.isListeningAllowed(childId)).toBe(true)
    }
  })

  it('are the same every time', async () => {
    const bytes = async () => {
      const fresh = openTestDatabase()
      await seedFiveYears(fresh, { endsOn: '2026-11-20', days: 3, binsPerDay: 5 })
      const rows = await fresh.db.selectFrom('audio_bin').select(['started_at', 'words', 'sil_ms', 'level_p90_dbfs']).orderBy('started_at').execute()
      fresh.dispose()
      return JSON.stringify(rows.map((row) => JSON.stringify(row)).sort())
    }
    expect(await bytes()).toBe(await bytes())
  })
})
