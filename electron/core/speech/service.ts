import type { Kysely } from 'kysely'
import type { Database } from '../../database/schema'
import type { Clock } from '../clock'
import { createClockCache } from './clock-cache'
import { createSpeechQueries, type SpeechQueries } from './queries'
import { createSpeechRecording, type SpeechRecording } from './recording'

/** What the listener measured: written as it comes, read by the parents' pages. */
export interface SpeechService extends SpeechRecording, SpeechQueries {}

export function createSpeechService(db: Kysely<Database>, now: Clock): SpeechService {
  const clockOf = createClockCache()
  return { ...createSpeechRecording(db, clockOf), ...createSpeechQueries(db, now, clockOf) }
}
