import { hearsAdult, type Segment } from '../../../common/listening/voice'
import { ENVELOPE_STEP_MS } from '../features/envelope'
import { FRAME_MS } from '../audio-format'
import { NoiseFloor } from '../vad/noise-floor'
import type { AcousticFrame } from './acoustic-frame'
import { SyllablePeaks } from './syllable-peaks'

/** Peaks found per syllable spoken, measured on the training scenes' 13,989 words with known syllable counts. */
const PEAKS_PER_SYLLABLE = 0.89
/** A peak must stand this far above the quiet of the vowel band, dB, in a frame that is at least this periodic. */
const MIN_ABOVE_FLOOR_DB = 8
const MIN_PERIODICITY = 0.4
/** Peaks wait here for their segment to be decided; the typer never holds back more than about ten seconds. */
const LONGEST_WAIT_MS = 30_000

/** Words from syllable-like peaks in adult speech: counts sounds, understands nothing. */
export class SyllableWordCounter {
  readonly #peaksPerWord: number
  readonly #peaks = new SyllablePeaks()
  readonly #floor = new NoiseFloor()
  #periodicity: { readonly startMs: number; readonly value: number }[] = []
  #peakTimesMs: number[] = []

  constructor(syllablesPerWord: number) {
    this.#peaksPerWord = PEAKS_PER_SYLLABLE * syllablesPerWord
  }

  /** Takes the next frame, before it is decided whose it is. */
  push(frame: AcousticFrame): void {
    const { vowelBand, periodicity } = frame.features
    this.#periodicity = [...this.#periodicity.slice(-31), { startMs: frame.startMs, value: periodicity }]
    vowelBand.forEach((meanSquare, step) => {
      const floorDb = this.#floor.next(10 * Math.log10(meanSquare + 1e-10))
      const peak = this.#peaks.push(meanSquare)
      if (peak === null || peak.levelDb < floorDb + MIN_ABOVE_FLOOR_DB) return
      const atMs = frame.startMs + (step - peak.stepsAgo) * ENVELOPE_STEP_MS
      if (this.#periodicityAt(atMs) > MIN_PERIODICITY) this.#peakTimesMs.push(atMs)
    })
    this.#peakTimesMs = this.#peakTimesMs.filter((at) => at > frame.startMs - LONGEST_WAIT_MS)
  }

  /** Words in a decided segment, 0 where no adult is heard. Segments come in time order, without holes. */
  wordsIn(segment: Segment): number {
    const peaks = this.#peakTimesMs.filter((at) => at >= segment.startMs && at < segment.endMs).length
    this.#peakTimesMs = this.#peakTimesMs.filter((at) => at >= segment.endMs)
    return hearsAdult(segment) ? peaks / this.#peaksPerWord : 0
  }

  /** Forgets what was heard. */
  reset(): void {
    this.#peaks.reset()
    this.#floor.reset()
    this.#periodicity = []
    this.#peakTimesMs = []
  }

  #periodicityAt(atMs: number): number {
    return this.#periodicity.findLast(({ startMs }) => startMs <= atMs && atMs < startMs + FRAME_MS)?.value ?? 0
  }
}
