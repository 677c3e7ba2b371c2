import type { ChildPolicy } from '../../../common/listening/child-policy'
import decoding from '../../../models/voice-types/decoding.json' with { type: 'json' }
import { FRAME_MS } from '../audio-format'
import type { AudioWindow } from '../ring-buffer'
import { NoiseFloor } from '../vad/noise-floor'
import { LevelCells } from './level-cells'
import { SegmentBuilder } from './segment-builder'
import { isSound } from './sound-gate'
import type { AnalysedFrame, SpeakerTyper, TypedSegment } from './speaker-typer'
import { VOICE_FRAME_MS, type VoiceFrame } from './voice-classes'
import { type Decoding, type HeardClasses, VoiceDecoder } from './voice-decoder'
import { VoiceStream } from './voice-stream'
import type { VoiceTypesModel } from './voice-types-model'

export interface ModelTyperOptions {
  readonly childPolicy: ChildPolicy
  readonly syllablesPerWord: number
  /** Default: models/voice-types/decoding.json. */
  readonly decoding?: Decoding
  /** False to run the model in quiet, too. */
  readonly sleeps?: boolean
}

/** The trained model as a typer: model → decoding → segments with their words, on borders of 100 ms. */
export class ModelTyper implements SpeakerTyper {
  readonly audioWindowSamples = VoiceStream.windowSamples
  readonly #stream: VoiceStream
  readonly #decoder: VoiceDecoder
  readonly #segments: SegmentBuilder
  readonly #floor = new NoiseFloor()
  readonly #levels = new LevelCells()
  /** Frames that the model has heard and that wait to be decoded. */
  #waiting: VoiceFrame[] = []
  /** Since the start of the stream; null until something is heard. */
  #decodedMs: number | null = null
  #heardMs = 0

  constructor(model: VoiceTypesModel, options: ModelTyperOptions) {
    const settings: Decoding = options.decoding ?? decoding
    this.#stream = new VoiceStream(model, options.sleeps)
    this.#decoder = new VoiceDecoder(settings)
    this.#segments = new SegmentBuilder(options.childPolicy, settings.syllablesFactor / options.syllablesPerWord)
  }

  async push(frame: AnalysedFrame, audio: AudioWindow): Promise<readonly TypedSegment[]> {
    const { levelDbfs, meanSquare } = frame.loudness
    const aboveFloorDb = levelDbfs - this.#floor.next(levelDbfs)
    if (this.#decodedMs === null) this.#segments.startAt(frame.startMs)
    this.#decodedMs ??= frame.startMs
    this.#heardMs = frame.startMs + FRAME_MS
    this.#levels.push(meanSquare, aboveFloorDb)
    const voices = await this.#stream.push(audio, isSound(frame.speechProbability, levelDbfs, aboveFloorDb))
    return this.#decode(voices)
  }

  async flush(audio: AudioWindow): Promise<readonly TypedSegment[]> {
    const decoded = this.#decode(await this.#stream.flush(audio))
    const rest = this.#build(this.#decoder.flush())
    const last = this.#segments.flush()
    this.#levels.reset()
    this.#floor.reset()
    this.#decodedMs = null
    return [...decoded, ...rest, ...last]
  }

  #decode(voices: readonly VoiceFrame[]): readonly TypedSegment[] {
    return voices.flatMap((voice) => {
      this.#waiting.push(voice)
      return this.#build(this.#decoder.push(voice.probabilities))
    })
  }

  #build(decided: readonly HeardClasses[]): readonly TypedSegment[] {
    const voices = this.#waiting.splice(0, decided.length)
    return voices.flatMap((voice, index) => {
      const endMs = Math.min(this.#heardMs, (this.#decodedMs ?? 0) + VOICE_FRAME_MS)
      this.#decodedMs = endMs
      return this.#segments.push({ heard: decided[index] ?? [], endMs, levels: this.#levels.take(), voice })
    })
  }
}
