import { FeatureExtractor } from '../features/frame-features'
import type { AudioWindow } from '../ring-buffer'
import { AcousticSpeakerTyper } from './acoustic-typer'
import type { AnalysedFrame, SpeakerTyper, TypedSegment } from './speaker-typer'
import { SyllableWordCounter } from './syllable-word-counter'

/** The documented baseline: voices by pitch and spectral shape, words by peaks of the level. Needs no trained model. */
export class AcousticBaseline implements SpeakerTyper {
  readonly audioWindowSamples = FeatureExtractor.windowSamples
  readonly #features = new FeatureExtractor()
  readonly #typer = new AcousticSpeakerTyper()
  readonly #words: SyllableWordCounter

  constructor(syllablesPerWord: number) {
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

  #counted(segments: ReturnType<AcousticSpeakerTyper['push']>): readonly TypedSegment[] {
    return segments.map((segment) => ({ segment, words: this.#words.wordsIn(segment) }))
  }
}
