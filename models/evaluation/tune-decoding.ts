import { ClassDecoder, type ClassDecoding } from '../../electron/listener/typing/class-decoder'
import { ENGLISH_SYLLABLES_PER_WORD } from '../../electron/listener/typing/syllables-per-word'
import { VOICE_CLASSES, type VoiceClass } from '../../electron/listener/typing/voice-classes'
import type { Decoding } from '../../electron/listener/typing/voice-decoder'
import { byVoiceClass, type ClassFrames, f1OfFrames, joinedFrames, scoredFrames } from './class-frames'
import { type Frames, unionOf } from './frames'
import type { HeardFrame } from './voice-frames'

export interface TuningScene {
  readonly heard: readonly HeardFrame[]
  /** As long as `heard`. */
  readonly truth: ClassFrames
  readonly adultWords: number | null
}

export interface TuningScore {
  /** Mean F1 of CHI, FEM and MAL as the scorer has it with crying and laughing merged into the child. */
  readonly macro: number
  readonly speech: number
  /** F1 of each class by itself. */
  readonly classes: Readonly<Record<VoiceClass, number>>
  /** What the search makes as large as it can. */
  readonly total: number
}

export interface Tuned {
  readonly decoding: Decoding
  readonly before: TuningScore
  readonly after: TuningScore
}

const SPEECH_WEIGHT = 0.5
/** For what the two figures do not tell: machines, and whether a child talks or cries. So little that it seldom decides. */
const OWN_WEIGHT = 0.1
const OWN = ['CHI', 'CRY', 'LAU', 'ELE'] as const satisfies readonly VoiceClass[]

const ON_COARSE = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
const ON_FINE = [...ON_COARSE, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85]
const OFF_BELOW = [0, 0.05, 0.1, 0.15, 0.2, 0.3]
const SMOOTH_FRAMES = [1, 3, 5, 7, 9]
/** No longer than a short word: a "yes" has to be heard whatever the score says. */
const SHORTEST_MS = [100, 200, 300, 400, 500]
/** The counting rules join pauses shorter than 300 ms; longer ones are pauses. */
const FILL_MS = [100, 200, 300]
/** Less gain than this is chance. */
const LEAST_GAIN = 1e-4
const MOST_ROUNDS = 8

/**
 * Searches the decoding with the best score, one or two parameters of one class after the other until none makes it
 * better (coordinate ascent), on the app's own decoder; then the factor of the syllables that leaves the words without bias.
 * Deterministic. @param told is called with the score after each round
 */
export function tuneDecoding(scenes: readonly TuningScene[], start: Decoding, told: (round: number, score: TuningScore) => void): Tuned {
  const truth = byVoiceClass((name) => joinedFrames(scenes.map((scene) => scene.truth[name])))
  // A class that the scenes do not hold says nothing about its own settings, and may not stand in for others.
  const tunable = VOICE_CLASSES.filter((name) => truth[name].includes(1))
  const before = decodedFrames(scenes, start.classes)
  let settings = start.classes
  let frames = before
  let best = scoreOf(truth, frames)
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const atStart = best.total
    for (const name of tunable) {
      for (const vary of VARIATIONS) {
        for (const candidate of vary(settings[name])) {
          const tried = { ...frames, [name]: decodeClass(scenes, name, candidate) }
          const score = scoreOf(truth, tried)
          if (score.total < best.total + LEAST_GAIN) continue
          best = score
          frames = tried
          settings = { ...settings, [name]: candidate }
        }
      }
    }
    told(round, best)
    if (best.total - atStart < LEAST_GAIN) break
  }
  const syllablesFactor = fittedSyllablesFactor(scenes, unionOf(frames.FEM, frames.MAL)) ?? start.syllablesFactor
  return { decoding: { classes: settings, syllablesFactor }, before: scoreOf(truth, before), after: best }
}

/** Each gives candidates that change what hangs together and leave the rest. */
const VARIATIONS: readonly ((decoding: ClassDecoding) => readonly ClassDecoding[])[] = [
  (decoding) => SMOOTH_FRAMES.flatMap((smoothFrames) => ON_COARSE.map((on) => movedTo(on, { ...decoding, smoothFrames }))),
  (decoding) => ON_FINE.map((on) => movedTo(on, decoding)),
  (decoding) => OFF_BELOW.map((below) => ({ ...decoding, off: belowOn(decoding.on, below) })),
  (decoding) => SHORTEST_MS.map((shortestMs) => ({ ...decoding, shortestMs })),
  (decoding) => FILL_MS.map((fillMs) => ({ ...decoding, fillMs })),
]

function movedTo(on: number, decoding: ClassDecoding): ClassDecoding {
  return { ...decoding, on, off: belowOn(on, decoding.on - decoding.off) }
}

function belowOn(on: number, below: number): number {
  return Math.round(100 * Math.max(0.05, on - below)) / 100
}

/** Where each class is heard, all scenes one after the other. */
export function decodedFrames(scenes: readonly TuningScene[], classes: Decoding['classes']): ClassFrames {
  return byVoiceClass((name) => decodeClass(scenes, name, classes[name]))
}

function decodeClass(scenes: readonly TuningScene[], name: VoiceClass, decoding: ClassDecoding): Frames {
  const column = VOICE_CLASSES.indexOf(name)
  const decoder = new ClassDecoder(decoding)
  return joinedFrames(
    scenes.map(({ heard }) => {
      const decided = heard.flatMap(({ probabilities }) => decoder.push(probabilities[column] ?? 0))
      return Uint8Array.from([...decided, ...decoder.flush()], Number)
    }),
  )
}

function scoreOf(truth: ClassFrames, heard: ClassFrames): TuningScore {
  const [there, found] = [scoredFrames(truth), scoredFrames(heard)]
  const f1 = (name: keyof typeof there): number => f1OfFrames(there[name], found[name])
  const classes = byVoiceClass((name) => f1OfFrames(truth[name], heard[name]))
  const macro = (f1('CHI') + f1('FEM') + f1('MAL')) / 3
  const speech = f1('SPEECH')
  const own = OWN.reduce((sum, name) => sum + classes[name], 0) / OWN.length
  return { macro, speech, classes, total: macro + SPEECH_WEIGHT * speech + OWN_WEIGHT * own }
}

/** Scenes are taken to be English. Null when no scene says how many words there are, or no adult is heard. */
function fittedSyllablesFactor(scenes: readonly TuningScene[], adults: Frames): number | null {
  let [words, syllables, at] = [0, 0, 0]
  for (const { heard, adultWords } of scenes) {
    if (adultWords !== null) {
      words += adultWords
      heard.forEach((frame, index) => {
        if (adults[at + index] === 1) syllables += frame.syllables
      })
    }
    at += heard.length
  }
  return words > 0 && syllables > 0 ? Math.round((1000 * words * ENGLISH_SYLLABLES_PER_WORD) / syllables) / 1000 : null
}

/** models/voice-types/decoding.json: one line a class. */
export function decodingJson(decoding: Decoding): string {
  const classes = VOICE_CLASSES.map((name) => {
    const { on, off, smoothFrames, shortestMs, fillMs } = decoding.classes[name]
    const fields = Object.entries({ on, off, smoothFrames, shortestMs, fillMs }).map(([key, value]) => `"${key}": ${String(value)}`)
    return `    "${name}": { ${fields.join(', ')} }`
  })
  return `{\n  "classes": {\n${classes.join(',\n')}\n  },\n  "syllablesFactor": ${String(decoding.syllablesFactor)}\n}\n`
}
