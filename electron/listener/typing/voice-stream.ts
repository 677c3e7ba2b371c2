import { FRAME_SAMPLES, SAMPLE_RATE } from '../audio-format'
import type { AudioWindow } from '../ring-buffer'
import { QUIET_FRAME, VOICE_FRAME_SAMPLES, type VoiceFrame } from './voice-classes'
import { BLOCK_SAMPLES, LOOK_AHEAD_FRAMES, type VoiceTypesModel } from './voice-types-model'

/** After so much quiet the model stops, samples; more than its look-ahead, so that it misses nothing. */
const QUIET_SAMPLES = 2 * SAMPLE_RATE
/** On waking the model hears this much of what was before, samples. */
const PRE_ROLL_SAMPLES = 2 * SAMPLE_RATE

/**
 * The model on a stream: frames of 32 ms in, one {@link VoiceFrame} for every 100 ms out, in order, a while later. The
 * model sleeps while the room is quiet and wakes with a pre-roll, so that no onset is lost; the frames it sleeps through
 * are {@link QUIET_FRAME}.
 */
export class VoiceStream {
  /** How much of the latest sound it wants to find in the ring buffer. */
  static readonly windowSamples = PRE_ROLL_SAMPLES + VOICE_FRAME_SAMPLES + FRAME_SAMPLES
  readonly #model: VoiceTypesModel
  readonly #sleeps: boolean
  #awake = false
  /** Positions in the stream, samples: what was heard, the latest sound, what the model was given. */
  #heardAt = 0
  #soundAt = 0
  #modelAt = 0
  /** Frames given out, and how many of the model's next frames are not wanted. */
  #given = 0
  #unwanted = 0

  /** @param sleeps false to run the model all the time */
  constructor(model: VoiceTypesModel, sleeps = true) {
    this.#model = model
    this.#sleeps = sleeps
    model.reset()
  }

  /** Takes the next 32 ms, which `audio` ends with. */
  async push(audio: AudioWindow, isSound: boolean): Promise<readonly VoiceFrame[]> {
    this.#heardAt += FRAME_SAMPLES
    if (isSound || !this.#sleeps) this.#soundAt = this.#heardAt
    const quietFor = this.#heardAt - this.#soundAt
    if (this.#awake && quietFor >= QUIET_SAMPLES) this.#sleep()
    else if (!this.#awake && quietFor === 0) this.#wake()
    return this.#awake ? this.#listen(audio, this.#heardAt - BLOCK_SAMPLES) : this.#doze(this.#heardAt - PRE_ROLL_SAMPLES)
  }

  /** Gives the frames not given out yet, the last of which may reach over the end of the stream, and starts anew. */
  async flush(audio: AudioWindow): Promise<readonly VoiceFrame[]> {
    const frames = Math.ceil(this.#heardAt / VOICE_FRAME_SAMPLES)
    const missing = frames - this.#given
    const lastBlockAt = (frames + LOOK_AHEAD_FRAMES) * VOICE_FRAME_SAMPLES - 1
    const rest = this.#awake ? await this.#listen(audio, lastBlockAt) : new Array<VoiceFrame>(missing).fill(QUIET_FRAME)
    this.#sleep()
    this.#heardAt = this.#soundAt = this.#given = 0
    return rest.slice(0, missing)
  }

  #sleep(): void {
    this.#model.reset()
    this.#awake = false
  }

  #wake(): void {
    const preRollFrame = Math.floor((this.#heardAt - PRE_ROLL_SAMPLES) / VOICE_FRAME_SAMPLES)
    const startFrame = Math.max(0, Math.min(this.#given, preRollFrame))
    this.#modelAt = startFrame * VOICE_FRAME_SAMPLES
    this.#unwanted = LOOK_AHEAD_FRAMES + this.#given - startFrame
    this.#awake = true
  }

  /** Runs the model on all blocks that begin before or at `until`, with zeros for what was not heard yet. */
  async #listen(audio: AudioWindow, until: number): Promise<readonly VoiceFrame[]> {
    const frames: VoiceFrame[] = []
    for (; this.#modelAt <= until; this.#modelAt += BLOCK_SAMPLES) {
      const known = Math.min(BLOCK_SAMPLES, Math.max(0, this.#heardAt - this.#modelAt))
      audio.latest(this.#model.block.subarray(0, known), Math.max(0, this.#heardAt - this.#modelAt - known))
      this.#model.block.fill(0, known)
      const heard = await this.#model.run()
      const skipped = Math.min(this.#unwanted, heard.length)
      this.#unwanted -= skipped
      frames.push(...heard.slice(skipped))
    }
    this.#given += frames.length
    return frames
  }

  /** Frames of the quiet, up to `until`: what is younger may be heard by the model yet. */
  #doze(until: number): readonly VoiceFrame[] {
    const frames = Math.max(0, Math.floor(until / VOICE_FRAME_SAMPLES) - this.#given)
    this.#given += frames
    return new Array<VoiceFrame>(frames).fill(QUIET_FRAME)
  }
}
