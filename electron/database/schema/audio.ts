import type { Generated } from 'kysely'
import type { LocalDay } from '../../../common/household'
import type { GAP_REASONS } from '../../../common/listening/protocol'

/** Additive quantities: a roll-up's are the sums of its bins'. Milliseconds, counts, and sums over `level_ms`. */
export interface TotalsColumns {
  listened_ms: number
  gap_ms: number
  kchi_ms: number
  och_ms: number
  fem_ms: number
  mal_ms: number
  oln_ms: number
  ele_ms: number
  cry_ms: number
  lau_ms: number
  noi_ms: number
  sil_ms: number
  words: number
  words_low: number
  words_high: number
  vocalizations: number
  vocalizations_low: number
  vocalizations_high: number
  turns: number
  turns_low: number
  turns_high: number
  /** Listened milliseconds that have a level. */
  level_ms: number
  /** Milliseconds × 10^(dBFS / 10). */
  level_energy_ms: number
  /** Milliseconds × 90th percentile in dBFS. */
  level_p90_ms: number
}

export interface CalendarTable {
  id: Generated<number>
  time_zone: string
  day_start_minute: number
}

export interface SessionTable {
  id: string
  child_id: string
  /** The consent it started under. */
  consent_id: string
  /** Empty for the system's default microphone. */
  device_name: string
  started_at: number
  local_day: LocalDay
  ended_at: number | null
  end_reason: 'stopped' | 'crash' | null
}

export interface BinTable extends TotalsColumns {
  session_id: string
  started_at: number
  ended_at: number
  child_id: string
  calendar_id: number
  local_day: LocalDay
  local_hour: number
  is_final: 0 | 1
}

export interface GapTable {
  id: string
  session_id: string
  child_id: string
  started_at: number
  ended_at: number
  local_day: LocalDay
  reason: (typeof GAP_REASONS)[number]
}

export interface RollupTable extends TotalsColumns {
  child_id: string
  granularity: 'hour' | 'day' | 'week'
  starts_on: LocalDay
  /** -1 for days and weeks. */
  hour: number
  days_listened: number
}

export interface PauseTable {
  id: 1
  paused_at: number
  paused_by: string
  until: number | null
}

export interface AudioTables {
  audio_calendar: CalendarTable
  audio_session: SessionTable
  audio_bin: BinTable
  audio_gap: GapTable
  audio_rollup: RollupTable
  audio_pause: PauseTable
}
