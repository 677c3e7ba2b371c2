import type { FrameFeatures } from '../features/frame-features'

/** One frame of 32 ms as the acoustic baseline sees it. */
export interface AcousticFrame {
  /** Since the start of the stream. */
  readonly startMs: number
  readonly speechProbability: number
  readonly features: FrameFeatures
}
