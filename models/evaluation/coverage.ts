import type { Estimate } from '../../common/listening/metrics'
import { fitInterval, type IntervalFit } from './fit-interval'
import { COUNTS, type CountName, type Counts } from './score'

/** The three counts of one recording with their intervals, and what is true. */
export interface CountedScene {
  readonly truth: Counts
  readonly estimates: Readonly<Record<CountName, Estimate>>
}

export interface Coverage {
  /** Scenes whose truth lies in the interval, of those whose truth is known. */
  readonly inside: number
  readonly scenes: number
  /** Mean width of the interval over the mean truth; null where nothing is true. */
  readonly relativeWidth: number | null
  /** The factors that would fit these scenes; null with too few of them. */
  readonly fit: IntervalFit | null
}

/** How often the 80 % intervals hold the truth: honest ones do in eight of ten scenes. */
export function coverageOf(scenes: readonly CountedScene[]): Readonly<Record<CountName, Coverage>> {
  const of = (name: CountName): Coverage => {
    const known = scenes.flatMap(({ truth, estimates }) => {
      const value = truth[name]
      return value === undefined || value === null ? [] : [{ value, found: estimates[name].value, low: estimates[name].low, high: estimates[name].high }]
    })
    const truth = known.reduce((sum, { value }) => sum + value, 0)
    const width = known.reduce((sum, { low, high }) => sum + high - low, 0)
    return {
      inside: known.filter(({ value, low, high }) => low <= value && value <= high).length,
      scenes: known.length,
      relativeWidth: truth > 0 ? width / truth : null,
      fit: fitInterval(known.map(({ value, found }) => ({ truth: value, found }))),
    }
  }
  return { adult_words: of('adult_words'), child_vocalizations: of('child_vocalizations'), conversational_turns: of('conversational_turns') }
}

export function coverageTable(coverage: Readonly<Record<CountName, Coverage>>): string {
  return COUNTS.map((name) => {
    const { inside, scenes, relativeWidth, fit } = coverage[name]
    const share = scenes === 0 ? '-' : `${((100 * inside) / scenes).toFixed(0)} %`
    const fitted = fit === null ? '' : `; fitted factors ${fit.lowest.toFixed(2)} to ${fit.highest.toFixed(2)}`
    return (
      `${name.padEnd(22)} truth in the 80 % interval in ${share} of scenes (${String(inside)} of ${String(scenes)}), ` +
      `width ${relativeWidth?.toFixed(2) ?? '-'} of the truth${fitted}\n`
    )
  }).join('')
}
