import { type Estimate, type SoundMs, type SpeechBin, zeroSoundMs } from '../../../../common/listening/metrics'
import { SOUND_TYPES } from '../../../../common/listening/voice'
import type { Metric } from './metrics'

export interface HourRow extends Readonly<Record<Metric, Estimate>> {
  /** UTC milliseconds of the hour's beginning. */
  readonly startsAt: number
  readonly listenedMs: number
  readonly gapMs: number
  readonly soundMs: SoundMs
}

const HOUR_MS = 3_600_000

/**
 * A day's bins by hour since the day's start, only hours with listening or a gap, oldest first. The ends of the bins'
 * intervals are added too, as for a day, which is cautious: errors of neighbouring bins go together.
 */
export function hourRows(bins: readonly SpeechBin[], dayStartsAt: number): readonly HourRow[] {
  const hourOf = ({ startedAt }: SpeechBin) => Math.max(0, Math.floor((startedAt - dayStartsAt) / HOUR_MS))
  const hours = [...new Set(bins.map(hourOf))].toSorted((a, b) => a - b)
  return hours
    .map((hour) => {
      const inside = bins.filter((bin) => hourOf(bin) === hour)
      const sum = (of: (bin: SpeechBin) => number) => inside.reduce((total, bin) => total + of(bin), 0)
      const estimate = (metric: Metric): Estimate => ({
        value: sum((bin) => bin[metric].value),
        low: sum((bin) => bin[metric].low),
        high: sum((bin) => bin[metric].high),
      })
      const soundMs = zeroSoundMs()
      for (const type of SOUND_TYPES) soundMs[type] = sum((bin) => bin.soundMs[type])
      return {
        startsAt: dayStartsAt + hour * HOUR_MS,
        listenedMs: sum(({ listenedMs }) => listenedMs),
        gapMs: sum(({ gapMs }) => gapMs),
        soundMs,
        adultWords: estimate('adultWords'),
        childVocalizations: estimate('childVocalizations'),
        conversationalTurns: estimate('conversationalTurns'),
      }
    })
    .filter(({ listenedMs, gapMs }) => listenedMs + gapMs > 0)
}
