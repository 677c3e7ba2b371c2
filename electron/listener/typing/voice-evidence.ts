import { NoiseFloor } from '../vad/noise-floor'
import type { AcousticFrame } from './acoustic-frame'

/** How far each side of a frame is looked at, frames: 0.1 s for speech and pitch, half a second for crying. */
const NEAR = 3
export const LOOK_AHEAD_FRAMES = 15
const STEADY = 4

/**
 * Weights of a logistic regression that joins the voice activity model with two plain signs of a voice, because the model
 * misses short words of children: mean log-odds of the model, mean level above the room's, and mean periodicity over
 * ±0.1 s. Fitted on 20 generated scenes of recorded voices (training part only); see docs/adr/0010.
 */
const WEIGHTS = { modelLogOdds: 0.386, aboveFloorDb: 0.0775, periodicity: 2.155, bias: -0.388 } as const

/** Louder than this above the room says no more about a voice; else any bang would be one. */
const MOST_ABOVE_FLOOR_DB = 16

/** A pitch that moves less than 1 % for 0.3 s is a machine or an instrument; a speaking voice always moves. */
const STEADY_RATIO = 1.01
/** A tone stands out of its spectrum. */
const TONE_MAX_FLATNESS = 0.3

/**
 * Crying: for a second around, at least 40 % of frames are clearly periodic, loud and between these frequencies. Infants
 * cry at 400–500 Hz (P. F. Zeskind and B. M. Lester, Child Development 49 (1978) 580–589, and later work), above
 * the speech of children. Precise rather than complete: see docs/adr/0010.
 */
const CRY = { minHz: 360, maxHz: 700, minPeriodicity: 0.75, minAboveFloorDb: 8, share: 0.4 } as const

/** What the typer knows of a frame when its neighbours on both sides are known too. */
export interface VoiceEvidence {
  readonly frame: AcousticFrame
  /** 0 to 1 */
  readonly speech: number
  readonly crying: boolean
  /** A steady tone: a machine, a toy or an instrument. */
  readonly tone: boolean
  readonly aboveFloorDb: number
  /** Octaves above 200 Hz, median over ±0.1 s; null where there is no clear pitch. */
  readonly pitchOctaves: number | null
}

interface Marks {
  readonly frame: AcousticFrame
  readonly modelLogOdds: number
  readonly aboveFloorDb: number
  readonly periodicity: number
  readonly cryLike: boolean
}

const PITCH_MIN_PERIODICITY = 0.8
const PITCH_MIN_ABOVE_FLOOR_DB = 4
export const PITCH_REFERENCE_HZ = 200

/** Turns frames into {@link VoiceEvidence}, half a second later. */
export class EvidenceStream {
  readonly #floor = new NoiseFloor()
  #window: Marks[] = []
  /** How many frames of the window have been given out already. */
  #given = 0

  push(frame: AcousticFrame): readonly VoiceEvidence[] {
    this.#window.push(this.#mark(frame))
    if (this.#window.length - this.#given <= LOOK_AHEAD_FRAMES) return []
    const evidence = this.#evidenceAt(this.#given)
    if (this.#given === LOOK_AHEAD_FRAMES) this.#window.shift()
    else this.#given++
    return [evidence]
  }

  /** Gives the evidence for the frames still waiting, with what is known of their neighbours, and starts anew. */
  flush(): readonly VoiceEvidence[] {
    const rest = this.#window.slice(this.#given).map((_, index) => this.#evidenceAt(this.#given + index))
    this.#window = []
    this.#given = 0
    this.#floor.reset()
    return rest
  }

  #mark(frame: AcousticFrame): Marks {
    const { levelDbfs, f0Hz, periodicity } = frame.features
    const aboveFloorDb = levelDbfs - this.#floor.next(levelDbfs)
    const p = frame.speechProbability
    return {
      frame,
      modelLogOdds: Math.log((p + 1e-3) / (1 - p + 1e-3)),
      aboveFloorDb,
      periodicity: f0Hz === null ? 0 : periodicity,
      cryLike:
        f0Hz !== null && f0Hz > CRY.minHz && f0Hz < CRY.maxHz &&
        periodicity > CRY.minPeriodicity && aboveFloorDb > CRY.minAboveFloorDb,
    }
  }

  #evidenceAt(index: number): VoiceEvidence {
    const near = this.#around(index, NEAR)
    const wide = this.#around(index, LOOK_AHEAD_FRAMES)
    const here = this.#window[index] ?? near[0]
    if (here === undefined) throw new RangeError('no frame to judge')
    const tone = isSteady(this.#around(index, STEADY))
    const logOdds =
      WEIGHTS.modelLogOdds * mean(near, (m) => m.modelLogOdds) +
      // For a steady tone only the model's word counts: loud and periodic it is without being a voice.
      (tone ? 0 : WEIGHTS.aboveFloorDb * mean(near, (m) => Math.min(MOST_ABOVE_FLOOR_DB, m.aboveFloorDb))) +
      (tone ? 0 : WEIGHTS.periodicity * mean(near, (m) => m.periodicity)) +
      WEIGHTS.bias
    return {
      frame: here.frame,
      speech: 1 / (1 + Math.exp(-logOdds)),
      crying: !tone && mean(wide, (m) => (m.cryLike ? 1 : 0)) >= CRY.share,
      tone,
      aboveFloorDb: here.aboveFloorDb,
      pitchOctaves: medianPitch(near),
    }
  }

  #around(index: number, reach: number): readonly Marks[] {
    return this.#window.slice(Math.max(0, index - reach), index + reach + 1)
  }
}

function mean(marks: readonly Marks[], value: (marks: Marks) => number): number {
  return marks.reduce((sum, mark) => sum + value(mark), 0) / Math.max(1, marks.length)
}

function isSteady(marks: readonly Marks[]): boolean {
  const pitches = marks.flatMap(({ frame: { features } }) =>
    features.f0Hz !== null && features.shape !== null && features.shape.flatness < TONE_MAX_FLATNESS ? [features.f0Hz] : [],
  )
  return pitches.length >= 2 * STEADY - 1 && Math.max(...pitches) < STEADY_RATIO * Math.min(...pitches)
}

function medianPitch(marks: readonly Marks[]): number | null {
  const pitches = marks
    .flatMap(({ frame: { features }, aboveFloorDb }) =>
      features.f0Hz !== null && features.periodicity > PITCH_MIN_PERIODICITY && aboveFloorDb > PITCH_MIN_ABOVE_FLOOR_DB
        ? [features.f0Hz]
        : [],
    )
    .sort((a, b) => a - b)
  if (pitches.length < 2) return null
  const middle = pitches[Math.floor(pitches.length / 2)]
  return middle === undefined ? null : Math.log2(middle / PITCH_REFERENCE_HZ)
}
