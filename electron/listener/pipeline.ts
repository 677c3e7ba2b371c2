import type { ChildPolicy } from '../../common/listening/child-policy'
import type { SpeechBin } from '../../common/listening/metrics'
import type { Segment } from '../../common/listening/voice'
import { FRAME_MS } from './audio-format'
import { BinCounter } from './counting/bin-counter'
import { BASELINE_ERRORS, MODEL_ERRORS } from './counting/intervals'
import { FrameAnalyser, levelOf, type FrameLevel } from './frame-analyser'
import { AcousticBaseline } from './typing/acoustic-baseline'
import { ModelTyper } from './typing/model-typer'
import type { SpeakerTyper, TypedSegment } from './typing/speaker-typer'
import { ENGLISH_SYLLABLES_PER_WORD } from './typing/syllables-per-word'
import type { VoiceTypesModel } from './typing/voice-types-model'
import type { VoiceActivityDetector } from './vad/silero-vad'

export interface PipelineParts {
  readonly vad: VoiceActivityDetector
  /** The trained model; null where its file cannot be used: the acoustic baseline takes its place. */
  readonly voices: VoiceTypesModel | null
  /** Which child a child's voice is taken for; default: the only one. */
  readonly childPolicy?: ChildPolicy | undefined
  /** Mean syllables of a word in the family's language; default: English. */
  readonly syllablesPerWord?: number | undefined
}

/** What a step decided: segments (they follow each other and cover every frame) and bins that are complete. */
export interface Decided {
  readonly segments: readonly Segment[]
  readonly completeBins: readonly SpeechBin[]
}

/**
 * From frames of sound to segments and bins, the same for the microphone and for files: voice activity →
 * speaker typing with words → turns, vocalisations and bins. Works on the stream with bounded memory; the same frames give
 * the same numbers. Calls must not overlap: wait for one before the next.
 */
export class ListeningPipeline {
  readonly #frames: FrameAnalyser
  readonly #typer: SpeakerTyper
  readonly #bins: BinCounter
  #positionMs = 0

  /** @param streamStartedAt UTC milliseconds of the first frame's start */
  constructor(parts: PipelineParts, streamStartedAt: number) {
    const { vad, voices, childPolicy = { kind: 'only-child', olderApart: true }, syllablesPerWord = ENGLISH_SYLLABLES_PER_WORD } = parts
    this.#typer = voices === null ? new AcousticBaseline(childPolicy, syllablesPerWord) : new ModelTyper(voices, { childPolicy, syllablesPerWord })
    this.#bins = new BinCounter(streamStartedAt, voices === null ? BASELINE_ERRORS : MODEL_ERRORS, childPolicy.kind === 'children')
    this.#frames = new FrameAnalyser(vad, this.#typer.audioWindowSamples)
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
    this.#bins.addLevel(frame.startMs, frame.loudness.levelDbfs)
    this.#positionMs += FRAME_MS
    const decided = this.#count(await this.#typer.push(frame, this.#frames.audio))
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
    const decided = this.#count(await this.#typer.flush(this.#frames.audio))
    this.#frames.reset()
    return decided
  }

  #count(typed: readonly TypedSegment[]): Decided {
    for (const { segment, words } of typed) this.#bins.addSegment(segment, words)
    return { segments: typed.map(({ segment }) => segment), completeBins: this.#bins.takeComplete() }
  }
}
