import type { Segment } from '../../../common/listening/voice'
import type { FrameFeatures } from '../features/frame-features'
import type { AudioWindow } from '../ring-buffer'

/** One frame of 32 ms as the stages after the voice activity model see it. */
export interface AnalysedFrame {
  /** Since the start of the stream. Frames follow each other without holes until a flush. */
  readonly startMs: number
  readonly speechProbability: number
  readonly features: FrameFeatures
}

/**
 * Decides who or what each stretch of sound is. Works on the stream: it may hold back frames until it is sure, and gives
 * out segments that follow each other and together cover every frame. The acoustic baseline can be replaced by a trained
 * model without a change elsewhere.
 */
export interface SpeakerTyper {
  readonly name: string
  /** How many of the latest samples {@link push} wants to find in the ring buffer, at most ten seconds; 0 for none. */
  readonly audioWindowSamples: number
  /** Takes the next frame; `audio` ends with it. Gives the segments decided now. */
  push(frame: AnalysedFrame, audio: AudioWindow): Promise<readonly Segment[]>
  /** Decides everything held back and forgets what was heard: the stream ends or has a gap here. */
  flush(): Promise<readonly Segment[]>
}

/** Estimates how many words adults say. Replaceable in the same way. */
export interface WordCounter {
  readonly name: string
  readonly audioWindowSamples: number
  /** Takes the next frame, before the typer does. */
  push(frame: AnalysedFrame, audio: AudioWindow): Promise<void>
  /** Words in a decided segment, 0 where no adult is heard. Segments come in time order, without holes. */
  wordsIn(segment: Segment): Promise<number>
  /** Forgets what was heard. */
  reset(): void
}
