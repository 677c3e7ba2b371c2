import type { SpeechBin } from '../../../../common/listening/metrics'
import { VOICES, type Voice, voiceMs } from '../../../ui/charts/voices'

export interface HourRow {
  /** UTC milliseconds of the hour's beginning. */
  readonly startsAt: number
  readonly listenedMs: number
  readonly gapMs: number
  readonly voicesMs: Readonly<Record<Voice, number>>
  /** Middle estimates; a range for an hour would promise more than it holds. */
  readonly adultWords: number
  readonly childVocalizations: number
  readonly conversationalTurns: number
}

const HOUR_MS = 3_600_000

/** A day's bins by hour since the day's start, only hours with listening or a gap, oldest first. */
export function hourRows(bins: readonly SpeechBin[], dayStartsAt: number): readonly HourRow[] {
  const hourOf = ({ startedAt }: SpeechBin) => Math.max(0, Math.floor((startedAt - dayStartsAt) / HOUR_MS))
  const hours = [...new Set(bins.map(hourOf))].toSorted((a, b) => a - b)
  return hours
    .map((hour) => {
      const inside = bins.filter((bin) => hourOf(bin) === hour)
      const sum = (of: (bin: SpeechBin) => number) => inside.reduce((total, bin) => total + of(bin), 0)
      const voices = VOICES.map((voice) => [voice, sum(({ soundMs }) => voiceMs(soundMs, voice))] as const)
      return {
        startsAt: dayStartsAt + hour * HOUR_MS,
        listenedMs: sum(({ listenedMs }) => listenedMs),
        gapMs: sum(({ gapMs }) => gapMs),
        voicesMs: Object.fromEntries(voices) as Record<Voice, number>, // true: made from the list of all voices
        adultWords: sum(({ adultWords }) => adultWords.value),
        childVocalizations: sum(({ childVocalizations }) => childVocalizations.value),
        conversationalTurns: sum(({ conversationalTurns }) => conversationalTurns.value),
      }
    })
    .filter(({ listenedMs, gapMs }) => listenedMs + gapMs > 0)
}
