import { type ChildPolicy, EMBEDDING_LENGTH } from '../../../common/listening/child-policy'
import type { Segment } from '../../../common/listening/voice'
import { FeatureExtractor } from '../features/frame-features'
import type { AudioWindow } from '../ring-buffer'
import { AcousticSpeakerTyper } from './acoustic-typer'
import { childTypeOf, type ChildType } from './child-identity'
import type { AnalysedFrame, SpeakerTyper, TypedSegment } from './speaker-typer'
import { SyllableWordCounter } from './syllable-word-counter'

/**
 * The documented baseline: voices by pitch and spectral shape, words by peaks of the level. Needs no trained model. It cannot
 * tell one child from another: where that matters, every child's voice is a child's not known (CHI).
 */
export class AcousticBaseline implements SpeakerTyper {
  readonly audioWindowSamples = FeatureExtractor.windowSamples
  readonly #features = new FeatureExtractor()
  readonly #typer = new AcousticSpeakerTyper()
  readonly #words: SyllableWordCounter

  readonly #childType: ChildType

  constructor(childPolicy: ChildPolicy, syllablesPerWord: number) {
    this.#childType = childTypeOf(childPolicy, { embedding: new Float32Array(EMBEDDING_LENGTH), older: 0 }, 0)
    this.#words = new SyllableWordCounter(syllablesPerWord)
  }

  push({ startMs, speechProbability, loudness }: AnalysedFrame, audio: AudioWindow): Promise<readonly TypedSegment[]> {
    const frame = { startMs, speechProbability, features: this.#features.extract(audio, loudness) }
    this.#words.push(frame)
    return Promise.resolve(this.#counted(this.#typer.push(frame)))
  }

  flush(): Promise<readonly TypedSegment[]> {
    const rest = this.#counted(this.#typer.flush())
    this.#words.reset()
    this.#features.reset()
    return Promise.resolve(rest)
  }

  #counted(segments: readonly Segment[]): readonly TypedSegment[] {
    return segments.map((segment) => ({ segment: this.#withChild(segment), words: this.#words.wordsIn(segment) }))
  }

  #withChild(segment: Segment): Segment {
    return segment.type === 'KCHI' ? { ...segment, type: this.#childType, heard: [this.#childType] } : segment
  }
}
