import { VOICE_CLASSES, type VoiceClass } from '../../electron/listener/typing/voice-classes'
import { byVoiceClass } from './class-frames'
import type { TuningScene } from './tune-decoding'

/** Frames whose probability lies in one tenth of the way from 0 to 1. */
export interface ReliabilityBin {
  readonly from: number
  readonly frames: number
  /** Mean probability said, and share of frames in which the class truly is; null without frames. */
  readonly predicted: number | null
  readonly observed: number | null
}

export interface Reliability {
  readonly bins: readonly ReliabilityBin[]
  /** Mean distance of said and true, weighted by frames (expected calibration error). */
  readonly error: number
}

const BINS = 10

/** How far the model's probabilities can be taken at their word, for each class. */
export function reliabilityOf(scenes: readonly TuningScene[]): Readonly<Record<VoiceClass, Reliability>> {
  return byVoiceClass((name, column) => {
    const sums = Array.from({ length: BINS }, () => ({ frames: 0, said: 0, true: 0 }))
    for (const { heard, truth } of scenes) {
      heard.forEach(({ probabilities }, frame) => {
        const said = probabilities[column] ?? 0
        const bin = sums[Math.min(BINS - 1, Math.max(0, Math.floor(said * BINS)))]
        if (bin === undefined) return
        bin.frames++
        bin.said += said
        bin.true += truth[name][frame] ?? 0
      })
    }
    const frames = sums.reduce((sum, bin) => sum + bin.frames, 0)
    return {
      bins: sums.map((bin, index) => ({
        from: index / BINS,
        frames: bin.frames,
        predicted: bin.frames > 0 ? bin.said / bin.frames : null,
        observed: bin.frames > 0 ? bin.true / bin.frames : null,
      })),
      error: sums.reduce((sum, bin) => sum + Math.abs(bin.said - bin.true), 0) / Math.max(1, frames),
    }
  })
}

/** For people: a line a class, "said>true" for each tenth that holds frames. */
export function reliabilityTable(reliability: Readonly<Record<VoiceClass, Reliability>>): string {
  return VOICE_CLASSES.map((name) => {
    const { bins, error } = reliability[name]
    const points = bins.flatMap(({ predicted, observed }) =>
      predicted === null || observed === null ? [] : [`${predicted.toFixed(2)}>${observed.toFixed(2)}`],
    )
    return `${name}  calibration error ${error.toFixed(3)}  said>true ${points.join(' ')}\n`
  }).join('')
}
