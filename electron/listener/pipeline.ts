import type { SpeechBin } from '../../common/listening/metrics'
import { hearsAdult, type Segment } from '../../common/listening/voice'
import { FRAME_MS } from './audio-format'
import { BinCounter } from './counting/bin-counter'
import { FrameAnalyser, levelOf, type FrameLevel } from './frame-analyser'
import { AcousticSpeakerTyper } from './typing/acoustic-typer'
import type { SpeakerTyper, WordCounter } from './typing/speaker-typer'
import { SyllableWordCounter } from './typing/syllable-word-counter'
import type { VoiceActivityDetector } from './vad/silero-vad'

export interface PipelineParts {
  readonly vad: VoiceActivityDetector
  /** Default: the acoustic baseline. */
  readonly typer?: SpeakerTyper
  /** Default: syllable peaks. */
  readonly words?: WordCounter
}

/** What a step decided: segments (they follow each other and cover every frame) and bins that are complete. */
export interface Decided {
  readonly segments: readonly Segment[]
  readonly completeBins: readonly SpeechBin[]
}

/**
 * From frames of sound to segments and bins, the same for the microphone and for files: voice activity → features →
 * speaker typing → words → turns, vocalisations and bins. Works on the stream with bounded memory; the same frames give
 * the same numbers. Calls must not overlap: wait for one before the next.
 */
export class ListeningPipeline {
  readonly #frames: FrameAnalyser
  readonly #typer: SpeakerTyper
  readonly #words: WordCounter
  readonly #bins: BinCounter
  #positionMs = 0

  /** @param streamStartedAt UTC milliseconds of the first frame's start */
  constructor(parts: PipelineParts, streamStartedAt: number) {
    this.#typer = parts.typer ?? new AcousticSpeakerTyper()
    this.#words = parts.words ?? new SyllableWordCounter()
    this.#bins = new BinCounter(streamStartedAt)
    this.#frames = new FrameAnalyser(parts.vad, Math.max(this.#typer.audioWindowSamples, this.#words.audioWindowSamples))
  }

  /** Where the stream is, ms since its start: everything heard or skipped so far. */
  get positionMs(): number {
    return this.#positionMs
  }

  /** True when no sound is held in memory. */
  holdsNoSound(): boolean {
    return this.#frames.holdsNoSound()
  }

  /** @param samples exactly 512 samples in [-1, 1] at 16 kHz */
  async push(samples: Float32Array): Promise<Decided & { readonly level: FrameLevel }> {
    const frame = await this.#frames.analyse(samples, this.#positionMs)
    this.#bins.addLevel(frame.startMs, frame.features.levelDbfs)
    this.#positionMs += FRAME_MS
    await this.#words.push(frame, this.#frames.audio)
    const decided = await this.#count(await this.#typer.push(frame, this.#frames.audio))
    return { ...decided, level: levelOf(frame) }
  }

  /** Nothing could be heard for `durationMs`: decides what came before, forgets its sound and counts a gap. */
  async skip(durationMs: number): Promise<Decided> {
    const before = await this.#settle()
    const whole = Math.round(durationMs)
    if (whole <= 0) return before
    this.#bins.addGap(this.#positionMs, this.#positionMs + whole)
    this.#positionMs += whole
    return { segments: before.segments, completeBins: [...before.completeBins, ...this.#bins.takeComplete()] }
  }

  /** The bin being filled, as far as decided; null when nothing of it is. */
  currentBin(): SpeechBin | null {
    return this.#bins.current()
  }

  /** Ends the stream: decides everything, gives the last bin (perhaps shorter) and overwrites all sound with zeros. */
  async finish(): Promise<Decided> {
    const rest = await this.#settle()
    return { segments: rest.segments, completeBins: [...rest.completeBins, ...this.#bins.finish()] }
  }

  async #settle(): Promise<Decided> {
    const decided = await this.#count(await this.#typer.flush())
    this.#words.reset()
    this.#frames.reset()
    return decided
  }

  async #count(segments: readonly Segment[]): Promise<Decided> {
    for (const segment of segments) {
      const words = await this.#words.wordsIn(segment)
      this.#bins.addSegment(segment, hearsAdult(segment) && Number.isFinite(words) ? Math.max(0, words) : 0)
    }
    return { segments, completeBins: this.#bins.takeComplete() }
  }
}
