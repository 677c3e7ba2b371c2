import type { SoundType } from '../../../common/listening/voice'

type Count = 'words' | 'vocalizations' | 'turns'

/** What is added up: milliseconds, counts and the two ends of their 80 % intervals. */
export type SumColumn =
  | 'listened_ms'
  | 'gap_ms'
  | `${Lowercase<SoundType>}_ms`
  | Count
  | `${Count}_low`
  | `${Count}_high`

export type Sums = Record<SumColumn, number>

/** Times are UTC milliseconds, `local_day` the family day (of a week its Monday), `local_hour` the local clock hour. */
export interface AudioTables {
  audio_session: {
    id: string
    child_id: string
    device_name: string
    started_at: number
    local_day: string
    ended_at: number | null
    end_reason: 'stopped' | 'dangling' | null
  }
  audio_gap: {
    session_id: string
    started_at: number
    ended_at: number
    local_day: string
    reason: 'microphone-lost' | 'asleep' | 'listener-down'
  }
  audio_bin: Sums & {
    session_id: string
    started_at: number
    ended_at: number
    child_id: string
    local_day: string
    local_hour: number
    final: number
    level_mean_dbfs: number | null
    level_p90_dbfs: number | null
  }
  audio_rollup: Sums & {
    child_id: string
    granularity: 'hour' | 'day' | 'week'
    local_day: string
    /** -1 for days and weeks. */
    local_hour: number
    level_ms: number
    level_energy_ms: number
    level_p90_ms: number
    days_listened: number
  }
}
