import type { Estimate, SpeechBin } from '../../../common/listening/metrics'
import { SOUND_TYPES, type SoundType } from '../../../common/listening/voice'
import type { Analysis } from '../analyse-buffer'

type CountKey = 'adultWords' | 'childVocalizations' | 'conversationalTurns'

/** What `npm run analyse -- --json` prints for a file. */
export interface AnalysisReport extends Analysis {
  readonly file: string
  readonly label_seconds: Readonly<Record<SoundType, number>>
  readonly totals: Readonly<Record<CountKey, Estimate>>
  readonly adult_words: number
  readonly child_vocalizations: number
  readonly conversational_turns: number
}

/** Adds up a file's bins. The ends of the intervals are added too, which is cautious: errors of bins go together. */
export function reportOf(file: string, analysis: Analysis): AnalysisReport {
  const totals = {
    adultWords: sumOf(analysis.bins, 'adultWords'),
    childVocalizations: sumOf(analysis.bins, 'childVocalizations'),
    conversationalTurns: sumOf(analysis.bins, 'conversationalTurns'),
  }
  // One entry for every member of SOUND_TYPES, so the record is complete.
  const labelSeconds = Object.fromEntries(
    SOUND_TYPES.map((type) => [type, analysis.bins.reduce((sum, bin) => sum + bin.soundMs[type], 0) / 1000]),
  ) as Record<SoundType, number>
  return {
    file,
    ...analysis,
    label_seconds: labelSeconds,
    totals,
    adult_words: Math.round(totals.adultWords.value),
    child_vocalizations: totals.childVocalizations.value,
    conversational_turns: totals.conversationalTurns.value,
  }
}

/** The bins as lines for people. Comments in RTTM begin with two semicolons. */
export function binsAsText(bins: readonly SpeechBin[]): string {
  const lines = bins.map((bin) => {
    const seconds = SOUND_TYPES.filter((type) => bin.soundMs[type] > 0).map((type) => `${type} ${(bin.soundMs[type] / 1000).toFixed(1)}`)
    return (
      `;; bin ${clockTime(bin.startedAt)}-${clockTime(bin.endedAt)}` +
      `  words ${range(bin.adultWords)}  vocalisations ${range(bin.childVocalizations)}  turns ${range(bin.conversationalTurns)}` +
      `  level ${bin.levelMeanDbfs?.toFixed(1) ?? '-'} dBFS  seconds: ${seconds.join(', ')}\n`
    )
  })
  return lines.join('')
}

function sumOf(bins: readonly SpeechBin[], key: CountKey): Estimate {
  const add = (part: keyof Estimate): number => bins.reduce((sum, bin) => sum + bin[key][part], 0)
  return { value: add('value'), low: add('low'), high: add('high') }
}

function range({ value, low, high }: Estimate): string {
  return `${value.toFixed(0)} (${low.toFixed(0)}-${high.toFixed(0)})`
}

function clockTime(ms: number): string {
  return new Date(ms).toISOString().slice(11, 19)
}
