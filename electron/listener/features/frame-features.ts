import Meyda from 'meyda'
import { FRAME_SAMPLES, SAMPLE_RATE } from '../audio-format'
import type { AudioWindow } from '../ring-buffer'
import { VowelBandEnvelope } from './envelope'
import { type Loudness, removeMean } from './loudness'
import { NO_PITCH, PITCH_INPUT_SAMPLES, PitchDetector } from './pitch'

export interface SpectralShape {
  /** Geometric over arithmetic mean of the spectrum: 1 is white noise, near 0 a tone. */
  readonly flatness: number
  /** 13 mel-frequency cepstral coefficients. */
  readonly mfcc: readonly number[]
}

/** Numbers that describe one frame of 32 ms. No sound can be made from them again. */
export interface FrameFeatures extends Loudness {
  /** Fundamental frequency, Hz; null where the sound is not periodic. */
  readonly f0Hz: number | null
  readonly periodicity: number
  /** Only of frames with a pitch: nothing asks for the shape of others, and it is a third of the cost. */
  readonly shape: SpectralShape | null
  /** Mean-square of the vowel band (300–2500 Hz) in steps of 8 ms. */
  readonly vowelBand: readonly number[]
}

/** Frames quieter than this are not analysed further: nothing but a converter's own noise, dBFS. */
const SILENT_DBFS = -75

/** Computes {@link FrameFeatures} from the latest sound in the ring buffer. */
export class FeatureExtractor {
  readonly #frame = new Float32Array(FRAME_SAMPLES)
  readonly #pitchInput = new Float32Array(PITCH_INPUT_SAMPLES)
  readonly #pitch = new PitchDetector()
  readonly #envelope = new VowelBandEnvelope()

  /** How many of the latest samples it looks at. */
  static readonly windowSamples = PITCH_INPUT_SAMPLES

  /** Describes the latest frame, whose loudness is known. A constant offset is taken off first. */
  extract(audio: AudioWindow, loudness: Loudness): FrameFeatures {
    audio.latest(this.#frame)
    audio.latest(this.#pitchInput)
    removeMean(this.#frame)
    removeMean(this.#pitchInput)
    const vowelBand = this.#envelope.push(this.#frame)
    const pitch = loudness.levelDbfs < SILENT_DBFS ? NO_PITCH : this.#pitch.detect(this.#pitchInput)
    return { ...loudness, vowelBand, ...pitch, shape: pitch.f0Hz === null ? null : spectralShape(this.#frame) }
  }

  /** Forgets the sound of the last frame. */
  reset(): void {
    this.#frame.fill(0)
    this.#pitchInput.fill(0)
    this.#envelope.reset()
  }
}

function spectralShape(frame: Float32Array): SpectralShape | null {
  Meyda.bufferSize = FRAME_SAMPLES
  Meyda.sampleRate = SAMPLE_RATE
  const { spectralFlatness: flatness, mfcc } = Meyda.extract(['spectralFlatness', 'mfcc'], frame) ?? {}
  const sound = flatness !== undefined && mfcc !== undefined && [flatness, ...mfcc].every(Number.isFinite)
  return sound ? { flatness, mfcc } : null
}
