import { type CountPair, type CountScore, scoreCounts } from './count-errors'
import { countTurns, countVocalizations, VOICES } from './counts'
import { type Frames, type Nonspeech, SCORED_CLASSES, type ScoredClass, sceneFrames } from './frames'
import type { Span } from './spans'

export const COUNTS = ['adult_words', 'child_vocalizations', 'conversational_turns'] as const
export type CountName = (typeof COUNTS)[number]

/** Counts as a scene's or an analysis's JSON gives them; null or missing where nothing is known. */
export type Counts = Readonly<Partial<Record<CountName, number | null | undefined>>>

/** What is true of a recording and what was heard in it. */
export interface ScenePair {
  readonly name: string
  readonly truth: { readonly spans: readonly Span[]; readonly counts: Counts; readonly seconds?: number | undefined }
  /** Vocalisations and turns that are not given are counted from the spans; adult words cannot be. */
  readonly heard: { readonly spans: readonly Span[]; readonly counts: Counts }
}

export interface ClassScore {
  readonly f1: number
  readonly precision: number
  readonly recall: number
  /** Seconds that truly are of this class. */
  readonly supportS: number
}

export interface SceneScore {
  readonly name: string
  readonly f1: Readonly<Record<ScoredClass, number>>
  readonly counts: Readonly<Record<CountName, { readonly truth: number | null; readonly found: number | null }>>
}

export interface SpeechScore {
  readonly nonspeech: Nonspeech
  /** CRY and ELE are there when the analysis uses these labels at all. */
  readonly classes: Readonly<Partial<Record<ScoredClass, ClassScore>>>
  readonly macroChiFemMal: number
  readonly macroKchiOchFemMal: number
  readonly counts: Readonly<Partial<Record<CountName, CountScore>>>
  readonly scenes: readonly SceneScore[]
}

interface Hits {
  readonly right: number
  readonly wrong: number
  readonly missed: number
}

const NO_HITS: Hits = { right: 0, wrong: 0, missed: 0 }

/**
 * Scores an analysis of recordings whose truth is known: F1 per class pooled over all frames of all scenes, and the error of
 * the three counts. Besides the classes the analysis may use CHI (a child, which one not known) and SPEECH (anybody);
 * when it uses SPEECH anywhere, that label alone says where somebody speaks.
 */
export function scoreScenes(scenes: readonly ScenePair[], nonspeech: Nonspeech = 'merge'): SpeechScore {
  const labels = new Set(scenes.flatMap(({ heard }) => heard.spans.map(({ label }) => label)))
  const hits = scenes.map((scene) => hitsOf(scene, nonspeech, labels.has('SPEECH')))
  const pooled = byClass((name) => hits.map((scene) => scene[name]).reduce(added, NO_HITS))
  const counted = scenes.map((scene) => ({ name: scene.name, counts: countsOf(scene) }))
  const shown = SCORED_CLASSES.filter((name) => (name !== 'CRY' && name !== 'ELE') || labels.has(name))
  return {
    nonspeech,
    classes: Object.fromEntries(shown.map((name) => [name, classScore(pooled[name])])),
    macroChiFemMal: mean((['CHI', 'FEM', 'MAL'] as const).map((name) => f1Of(pooled[name]))),
    macroKchiOchFemMal: mean(VOICES.map((name) => f1Of(pooled[name]))),
    counts: Object.fromEntries(
      COUNTS.map((name) => [name, known(counted.map(({ counts }) => counts[name]))] as const)
        .filter(([, pairs]) => pairs.length > 0)
        .map(([name, pairs]) => [name, scoreCounts(pairs)]),
    ),
    scenes: counted.map((scene, index) => ({ ...scene, f1: byClass((name) => f1Of(hits[index]?.[name] ?? NO_HITS)) })),
  }
}

function hitsOf({ truth, heard }: ScenePair, nonspeech: Nonspeech, speechLabel: boolean): Record<ScoredClass, Hits> {
  const longest = [...truth.spans, ...heard.spans].reduce((most, { endS }) => Math.max(most, endS), 0.1)
  const count = roundedHalfToEven((truth.seconds ?? longest) * 10)
  const there = sceneFrames(truth.spans, count, { nonspeech, speechLabel: false })
  const found = sceneFrames(heard.spans, count, { nonspeech, speechLabel })
  const skipped = nonspeech === 'ignore' ? there.nonspeech : new Uint8Array(count)
  // Crying itself, and what is no voice, is scored everywhere.
  return byClass((name) => compared(there.classes[name], found.classes[name], name === 'CRY' || name === 'ELE' ? new Uint8Array(count) : skipped))
}

function compared(there: Frames, found: Frames, skipped: Frames): Hits {
  let [right, wrong, missed] = [0, 0, 0]
  there.forEach((is, frame) => {
    if (skipped[frame] === 1) return
    const says = found[frame] === 1
    if (is === 1 && says) right++
    else if (says) wrong++
    else if (is === 1) missed++
  })
  return { right, wrong, missed }
}

function countsOf({ truth, heard }: ScenePair): SceneScore['counts'] {
  // A count given as null is not known and not made up for.
  const counted = (name: CountName, count: () => number): number | null => (heard.counts[name] === undefined ? count() : (heard.counts[name] ?? null))
  return {
    adult_words: { truth: truth.counts.adult_words ?? null, found: heard.counts.adult_words ?? null },
    child_vocalizations: {
      truth: truth.counts.child_vocalizations ?? null,
      found: counted('child_vocalizations', () => countVocalizations(heard.spans)),
    },
    conversational_turns: {
      truth: truth.counts.conversational_turns ?? null,
      found: counted('conversational_turns', () => countTurns(heard.spans)),
    },
  }
}

function known(pairs: readonly { readonly truth: number | null; readonly found: number | null }[]): readonly CountPair[] {
  return pairs.flatMap(({ truth, found }) => (truth === null || found === null ? [] : [{ truth, found }]))
}

function classScore(hits: Hits): ClassScore {
  const { right, wrong, missed } = hits
  return {
    f1: f1Of(hits),
    precision: right / Math.max(1, right + wrong),
    recall: right / Math.max(1, right + missed),
    supportS: (right + missed) / 10,
  }
}

function f1Of({ right, wrong, missed }: Hits): number {
  return (2 * right) / Math.max(1, 2 * right + wrong + missed)
}

function added(a: Hits, b: Hits): Hits {
  return { right: a.right + b.right, wrong: a.wrong + b.wrong, missed: a.missed + b.missed }
}

function byClass<Value>(of: (name: ScoredClass) => Value): Record<ScoredClass, Value> {
  return {
    KCHI: of('KCHI'), OCH: of('OCH'), CHI: of('CHI'), FEM: of('FEM'), MAL: of('MAL'), SPEECH: of('SPEECH'), CRY: of('CRY'), ELE: of('ELE'),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** As IEEE 754 and Python round: a half goes to the even neighbour. */
function roundedHalfToEven(value: number): number {
  const below = Math.floor(value)
  const half = value - below === 0.5
  return half && below % 2 === 0 ? below : Math.round(value)
}
