/** What the model of voices says of 100 ms. */
export interface EnrolmentFrame {
  /** Probabilities, 0 to 1, independent of each other. */
  readonly childProbability: number
  /** Of a woman's or a man's voice, the higher one. */
  readonly adultProbability: number
  /** Of a television, radio or toy. */
  readonly electronicProbability: number
  /** 64 numbers; only their direction says something. */
  readonly embedding: Float32Array
}

export const VOICE_FRAME_SECONDS = 0.1

/** The trained model, as an enrolment needs it. */
export interface VoiceEmbedder {
  /** Takes the next 512 samples and gives the frames that are decided now, in order. */
  push(samples: Float32Array): Promise<readonly EnrolmentFrame[]>
  /** Forgets what was heard and overwrites all sound with zeros. */
  reset(): void
}
