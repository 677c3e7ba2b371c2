import results from '../../../../models/evaluation/results.json'
import {
  MEASURED_CLASSES,
  MEASURED_COUNTS,
  type CountError,
  type Detection,
  type MeasuredClass,
  type MeasuredCount,
  type ResultsRow,
  type ResultsSet,
  resultsSchema,
} from '../../../../models/evaluation/results-schema'

export interface MeasuredAccuracy {
  readonly scenes: number
  readonly seconds: number
  /** What counts the family's talk. */
  readonly used: ResultsRow
  /** The acoustic rules beside it; null where they are what is used. */
  readonly simple: ResultsRow | null
}

/**
 * The measured figures of what the app runs, and of the simple method beside it. Null where a run measured neither.
 * @param isFallback the app runs the simple method in place of its model
 */
export function measuredAccuracy(isFallback: boolean): MeasuredAccuracy | null {
  return accuracyOf(resultsSchema.parse(results).sets[0], isFallback)
}

export function accuracyOf({ scenes, seconds, rows }: ResultsSet, isFallback: boolean): MeasuredAccuracy | null {
  const simple = rows.find(({ kind }) => kind === 'baseline') ?? null
  const used = isFallback ? simple : (rows.find(({ inApp }) => inApp) ?? null)
  return used === null ? null : { scenes, seconds, used, simple: used === simple ? null : simple }
}

export interface MeasuredVoice {
  readonly voice: MeasuredClass
  /** Of 100 seconds in which it is there, those in which it is found. */
  readonly found: number
  /** Of 100 seconds in which it is said to be there, those in which it is. */
  readonly right: number
}

/** What is known of both kinds of mistakes, in the order of {@link MEASURED_CLASSES}. */
export function measuredVoices({ classes }: ResultsRow): readonly MeasuredVoice[] {
  return MEASURED_CLASSES.flatMap((voice) => {
    const { precision = null, recall = null }: Partial<Detection> = classes[voice] ?? {}
    return precision === null || recall === null ? [] : [{ voice, found: Math.round(100 * recall), right: Math.round(100 * precision) }]
  })
}

export interface MeasuredCounting extends CountError {
  readonly count: MeasuredCount
  /** How surely a scene with more got a higher count. */
  readonly follows: 'closely' | 'mostly' | 'hardly'
  /** In how many of ten scenes the range held the true count. */
  readonly heldOfTen: number | null
}

const CLOSELY = 0.8
const MOSTLY = 0.5

export function measuredCounting({ counts }: ResultsRow): readonly MeasuredCounting[] {
  return MEASURED_COUNTS.flatMap((count) => {
    const error = counts[count]
    if (error === undefined) return []
    const r = error.r ?? 0
    const heldOfTen = error.coverage === null ? null : Math.round(10 * error.coverage)
    return [{ ...error, count, follows: r >= CLOSELY ? 'closely' : r >= MOSTLY ? 'mostly' : 'hardly', heldOfTen }]
  })
}

/** What reads "0 %" is even. */
export function biasWord(bias: number): 'more' | 'less' | 'even' {
  if (Math.abs(bias) < 0.005) return 'even'
  return bias > 0 ? 'more' : 'less'
}
