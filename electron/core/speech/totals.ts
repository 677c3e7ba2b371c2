import type { Estimate, SpeechBin, SpeechTotals } from '../../../common/listening/metrics'
import { SOUND_TYPES, type SoundType } from '../../../common/listening/voice'
import type { AudioTables, SumColumn, Sums } from '../../database/schema/audio'

export type RollupSums = Omit<AudioTables['audio_rollup'], 'child_id' | 'granularity' | 'local_day' | 'local_hour'>
export type BinMeasures = Sums & Pick<AudioTables['audio_bin'], 'level_mean_dbfs' | 'level_p90_dbfs'>

const soundColumn = <Type extends SoundType>(type: Type): `${Lowercase<Type>}_ms` =>
  // True: the template's type says what the text is.
  `${type.toLowerCase()}_ms` as `${Lowercase<Type>}_ms`

export const SUM_COLUMNS: readonly SumColumn[] = [
  'listened_ms',
  'gap_ms',
  ...SOUND_TYPES.map(soundColumn),
  'words',
  'words_low',
  'words_high',
  'vocalizations',
  'vocalizations_low',
  'vocalizations_high',
  'turns',
  'turns_low',
  'turns_high',
]

export const ROLLUP_COLUMNS = [...SUM_COLUMNS, 'level_ms', 'level_energy_ms', 'level_p90_ms', 'days_listened'] as const

export const ZERO_SUMS: RollupSums = {
  ...sumsFrom(() => 0),
  level_ms: 0,
  level_energy_ms: 0,
  level_p90_ms: 0,
  days_listened: 0,
}

function sumsFrom(value: (column: SumColumn) => number): Sums {
  // True: SUM_COLUMNS holds every column of Sums; the tests compare whole bins.
  return Object.fromEntries(SUM_COLUMNS.map((column) => [column, value(column)])) as Sums
}

/** A bin as its columns. */
export function measuresOf(bin: SpeechBin): BinMeasures {
  const sounds = Object.fromEntries(SOUND_TYPES.map((type) => [soundColumn(type), bin.soundMs[type]]))
  const named: Partial<Record<SumColumn, number>> = {
    ...sounds,
    listened_ms: bin.listenedMs,
    gap_ms: bin.gapMs,
    words: bin.adultWords.value,
    words_low: bin.adultWords.low,
    words_high: bin.adultWords.high,
    vocalizations: bin.childVocalizations.value,
    vocalizations_low: bin.childVocalizations.low,
    vocalizations_high: bin.childVocalizations.high,
    turns: bin.conversationalTurns.value,
    turns_low: bin.conversationalTurns.low,
    turns_high: bin.conversationalTurns.high,
  }
  return {
    ...sumsFrom((column) => named[column] ?? 0),
    level_mean_dbfs: bin.levelMeanDbfs,
    level_p90_dbfs: bin.levelP90Dbfs,
  }
}

/** What one bin adds to its hour. Levels count for the time listened: as energy, 10^(dB/10), and as percentile. */
export function rollupOf(bin: BinMeasures): RollupSums {
  const { level_mean_dbfs: mean, level_p90_dbfs: p90, ...sums } = bin
  const levelMs = mean === null || p90 === null ? 0 : bin.listened_ms
  return {
    ...sumsFrom((column) => sums[column]),
    level_ms: levelMs,
    level_energy_ms: levelMs * 10 ** ((mean ?? 0) / 10),
    level_p90_ms: levelMs * (p90 ?? 0),
    days_listened: 0,
  }
}

/**
 * Adds up parts. The ends of the intervals are added as they are, which takes the parts' errors as fully correlated:
 * they come from the same room, the same voices and the same microphone, so a day's estimates tend to be wrong in the
 * same direction, and a root of squares would promise a narrower range than there is.
 */
export function addUp(parts: readonly RollupSums[]): RollupSums {
  const total = { ...ZERO_SUMS }
  for (const part of parts) for (const column of ROLLUP_COLUMNS) total[column] += part[column]
  return total
}

export function totalsOf(sums: RollupSums): SpeechTotals {
  const { level_ms: levelMs } = sums
  return {
    ...countsOf(sums),
    levelMeanDbfs: levelMs > 0 ? 10 * Math.log10(sums.level_energy_ms / levelMs) : null,
    levelP90Dbfs: levelMs > 0 ? sums.level_p90_ms / levelMs : null,
  }
}

export function binOf(row: BinMeasures & Pick<AudioTables['audio_bin'], 'started_at' | 'ended_at'>): SpeechBin {
  return {
    startedAt: row.started_at,
    endedAt: row.ended_at,
    ...countsOf(row),
    levelMeanDbfs: row.level_mean_dbfs,
    levelP90Dbfs: row.level_p90_dbfs,
  }
}

function countsOf(sums: Sums): Omit<SpeechTotals, 'levelMeanDbfs' | 'levelP90Dbfs'> {
  return {
    listenedMs: sums.listened_ms,
    gapMs: sums.gap_ms,
    soundMs: {
      KCHI: sums.kchi_ms,
      OCH: sums.och_ms,
      CHI: sums.chi_ms,
      FEM: sums.fem_ms,
      MAL: sums.mal_ms,
      OLN: sums.oln_ms,
      ELE: sums.ele_ms,
      CRY: sums.cry_ms,
      LAU: sums.lau_ms,
      NOI: sums.noi_ms,
      SIL: sums.sil_ms,
    },
    adultWords: estimate(sums.words, sums.words_low, sums.words_high),
    childVocalizations: estimate(sums.vocalizations, sums.vocalizations_low, sums.vocalizations_high),
    conversationalTurns: estimate(sums.turns, sums.turns_low, sums.turns_high),
  }
}

function estimate(value: number, low: number, high: number): Estimate {
  return { value, low, high }
}
