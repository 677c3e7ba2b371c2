import { v7 as uuidv7 } from 'uuid'
import { BIN_MS, type SpeechBin, zeroSoundMs } from '../../common/listening/metrics'
import { SOUND_TYPES, type SoundType } from '../../common/listening/voice'
import { createCore } from '../../electron/core/index'
import { addUp, measuresOf, type RollupSums, rollupOf } from '../../electron/core/speech/totals'
import { addDays, weekOf } from '../../electron/core/time/calendar'
import { createFamilyClock, type FamilyClock } from '../../electron/core/time/family-clock'
import { readSettings } from '../../electron/core/settings/repository'
import type { OpenedDatabase } from '../../electron/database/open-database'
import { consentTexts } from '../../resources/consent'

const SEED_CACHE_KIB = 300_000
const SQLITE_DEFAULT_CACHE_KIB = 2_000
const HOUR_MS = 3_600_000
const NAMES = ['Nora', 'Emil', 'Ida'] as const
const ANIMALS = ['owl', 'fox', 'whale'] as const
/** The made-up owner, for whoever makes the vault around these years. */
export const OWNER_ID = '01997c5e-0000-7000-8000-00000000f1f1'

export interface SeedOptions {
  /** The last day with listening, `YYYY-MM-DD`. */
  readonly endsOn: string
  /** Five years unless a test needs less. */
  readonly days?: number
  readonly binsPerDay?: number
}

export interface SeededYears {
  readonly childIds: readonly string[]
  readonly startsOn: string
  readonly endsOn: string
  readonly bins: number
}

type Row = Readonly<Record<string, string | number | null>>

/**
 * A made-up family in Berlin with three children and five years of listening in an empty file: about 100 bins a day
 * and child, with talk that grows over the years, quiet nights, free days and gaps. The numbers are the same at every
 * call (ids are not). Roll-ups are the sums of the bins, as the app keeps them.
 */
export async function seedFiveYears(
  { db, raw }: Pick<OpenedDatabase, 'db' | 'raw'>,
  { endsOn, days = 1_826, binsPerDay = 100 }: SeedOptions,
): Promise<SeededYears> {
  const startsOn = addDays(endsOn, 1 - days)
  const now = () => Date.parse(`${startsOn}T00:00:00Z`)
  const childIds = await createFamily(createCore({ db, now, consentTexts }), startsOn)
  const { timeZone, dayStartMinute } = await readSettings(db)
  const clock = createFamilyClock(timeZone, dayStartMinute)
  const insert = createInserter(raw)
  let bins = 0
  // One large transaction: pages that leave the cache before its end are encrypted twice.
  raw.pragma(`cache_size = -${String(SEED_CACHE_KIB)}`)
  raw.transaction(() => {
    childIds.forEach((childId, childIndex) => {
      const random = seededRandom(20_261_121 + childIndex)
      const weeks = new Map<string, RollupSums[]>()
      for (let index = 0; index < days; index += 1) {
        const localDay = addDays(startsOn, index)
        // About one day in fourteen nobody listens.
        if (random() < 0.07) continue
        const dayBins = binsOfDay(clock.boundsOf(localDay).startsAt + 3 * HOUR_MS, binsPerDay, index / 1_826, random)
        const day = writeDay(insert, clock, childId, localDay, dayBins)
        const monday = weekOf(localDay).startsOn
        weeks.set(monday, [...(weeks.get(monday) ?? []), day])
        bins += dayBins.length
      }
      for (const [monday, parts] of weeks) insert('audio_rollup', rollupRow(childId, 'week', monday, -1, addUp(parts)))
    })
  })()
  raw.pragma(`cache_size = -${String(SQLITE_DEFAULT_CACHE_KIB)}`)
  return { childIds, startsOn, endsOn, bins }
}

async function createFamily(core: ReturnType<typeof createCore>, startsOn: string): Promise<readonly string[]> {
  await core.household.create({
    ownerId: OWNER_ID,
    input: { householdName: 'Lindgren', ownerName: 'Astrid', timeZone: 'Europe/Berlin', language: 'en' },
  })
  const ids: string[] = []
  for (const [index, name] of NAMES.entries()) {
    const birthDate = addDays(startsOn, -300 - 800 * index).slice(0, 7)
    const child = await core.children.create({ name, birthDate, animal: ANIMALS[index] ?? 'owl' }, OWNER_ID)
    const [text] = consentTexts
    if (text === undefined) throw new Error('there are no consent texts')
    await core.consent.give({ childId: child.id, purpose: text.purpose, textVersion: text.version, language: text.language }, OWNER_ID)
    ids.push(child.id)
  }
  return ids
}

/** Writes a day's session, bins, hours and day; gives the day's sums. */
function writeDay(insert: Inserter, clock: FamilyClock, childId: string, localDay: string, bins: readonly SpeechBin[]): RollupSums {
  const sessionId = uuidv7()
  const startedAt = bins[0]?.startedAt ?? 0
  insert('audio_session', {
    id: sessionId,
    child_id: childId,
    device_name: 'Built-in microphone',
    started_at: startedAt,
    local_day: localDay,
    ended_at: bins.at(-1)?.endedAt ?? startedAt,
    end_reason: 'stopped',
  })
  const hours = new Map<number, RollupSums[]>()
  for (const bin of bins) {
    const hour = clock.hourOf(bin.startedAt)
    const measures = measuresOf(bin)
    insert('audio_bin', {
      session_id: sessionId,
      started_at: bin.startedAt,
      ended_at: bin.endedAt,
      child_id: childId,
      local_day: localDay,
      local_hour: hour,
      final: 1,
      ...measures,
    })
    if (bin.gapMs > 0) {
      insert('audio_gap', {
        session_id: sessionId, started_at: bin.endedAt - bin.gapMs, ended_at: bin.endedAt, local_day: localDay, reason: 'microphone-lost',
      })
    }
    hours.set(hour, [...(hours.get(hour) ?? []), rollupOf(measures)])
  }
  const hourSums = [...hours].map(([hour, parts]) => ({ hour, sums: addUp(parts) }))
  for (const { hour, sums } of hourSums) insert('audio_rollup', rollupRow(childId, 'hour', localDay, hour, sums))
  const day = { ...addUp(hourSums.map(({ sums }) => sums)), days_listened: 1 }
  insert('audio_rollup', rollupRow(childId, 'day', localDay, -1, day))
  return day
}

function rollupRow(childId: string, granularity: string, localDay: string, localHour: number, sums: RollupSums): Row {
  return { child_id: childId, granularity, local_day: localDay, local_hour: localHour, ...sums }
}

/** @param growth 0 at the beginning of the five years, 1 at their end */
function binsOfDay(startsAt: number, count: number, growth: number, random: () => number): readonly SpeechBin[] {
  const first = Math.ceil(startsAt / BIN_MS) * BIN_MS
  const talkative = 0.5 + random()
  return Array.from({ length: count }, (_, index) => {
    const startedAt = first + index * BIN_MS
    const gapMs = random() < 0.01 ? Math.round(random() * 60_000) : 0
    const listenedMs = BIN_MS - gapMs
    const talk = talkative * (0.6 + 0.4 * growth) * (0.3 + 0.7 * Math.sin((Math.PI * (index + 0.5)) / count))
    const words = Math.round(110 * talk * random())
    const vocalizations = Math.round(14 * talk * random())
    const turns = Math.round(6 * talk * random())
    const levelMeanDbfs = -62 + 18 * talk * random()
    return {
      startedAt,
      endedAt: startedAt + BIN_MS,
      listenedMs,
      gapMs,
      soundMs: soundsOf(listenedMs, talk, random),
      adultWords: spread(words, 0.35),
      childVocalizations: spread(vocalizations, 0.3),
      conversationalTurns: spread(turns, 0.5),
      levelMeanDbfs,
      levelP90Dbfs: levelMeanDbfs + 6 * random(),
    }
  })
}

/** The most of the time listened that a sound takes in an ordinary bin of a home with one child listened for. */
const LARGEST_SHARE: Readonly<Record<Exclude<SoundType, 'SIL'>, number>> = {
  KCHI: 0.2, OCH: 0.05, CHI: 0, FEM: 0.2, MAL: 0.12, OLN: 0.04, ELE: 0.12, CRY: 0.03, LAU: 0.02, NOI: 0.12,
}

/** Shares of the time listened; silence takes what is left. */
function soundsOf(listenedMs: number, talk: number, random: () => number): SpeechBin['soundMs'] {
  const sounds = zeroSoundMs()
  let left = listenedMs
  for (const type of SOUND_TYPES) {
    if (type === 'SIL') continue
    sounds[type] = Math.min(left, Math.round(listenedMs * LARGEST_SHARE[type] * talk * random()))
    left -= sounds[type]
  }
  return { ...sounds, SIL: left }
}

function spread(value: number, relativeError: number): SpeechBin['adultWords'] {
  return { value, low: value * (1 - relativeError), high: value * (1 + relativeError) }
}

type Inserter = (table: string, row: Row) => void

function createInserter(raw: OpenedDatabase['raw']): Inserter {
  const statements = new Map<string, ReturnType<typeof raw.prepare>>()
  return (table, row) => {
    let statement = statements.get(table)
    if (statement === undefined) {
      const columns = Object.keys(row)
      statement = raw.prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
      )
      statements.set(table, statement)
    }
    statement.run(row)
  }
}

/** Numbers in (0, 1) that are the same every time: the minimal standard generator (Park, Miller and Stockmeyer 1993). */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
