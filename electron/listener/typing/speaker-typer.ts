import type { Segment } from '../../../common/listening/voice'
import type { Loudness } from '../features/loudness'
import type { AudioWindow } from '../ring-buffer'

/** One frame of 32 ms as the stages after the voice activity model see it. */
export interface AnalysedFrame {
  /** Since the start of the stream. Frames follow each other without holes until a flush. */
  readonly startMs: number
  readonly speechProbability: number
  readonly loudness: Loudness
}

/** A decided stretch and how many words adults say in it: 0 where no adult is heard. */
export interface TypedSegment {
  readonly segment: Segment
  readonly words: number
}

/**
 * Decides who or what each stretch of sound is, and how many words adults say in it. Works on the stream: it may hold back
 * frames until it is sure, and gives out segments that follow each other and together cover every frame. There are two:
 * the trained model, and the acoustic baseline for when its file cannot be used.
 */
export interface SpeakerTyper {
  /** How many of the latest samples {@link push} wants to find in the ring buffer, at most ten seconds; 0 for none. */
  readonly audioWindowSamples: number
  /** Takes the next frame; `audio` ends with it. Gives the segments decided now. */
  push(frame: AnalysedFrame, audio: AudioWindow): Promise<readonly TypedSegment[]>
  /** Decides everything held back and forgets what was heard: the stream ends or has a gap here, after `audio`. */
  flush(audio: AudioWindow): Promise<readonly TypedSegment[]>
}
