import { ClassDecoder, type ClassDecoding } from './class-decoder'
import { VOICE_CLASSES, type VoiceClass } from './voice-classes'

/** models/voice-types/decoding.json: tuned together with the model. */
export interface Decoding {
  readonly classes: Readonly<Record<VoiceClass, ClassDecoding>>
  /** Syllables spoken for each unit of the model's count (words of English, of which it hears too few). */
  readonly syllablesFactor: number
}

/** What is heard in a frame, in the order of {@link VOICE_CLASSES}. */
export type HeardClasses = readonly VoiceClass[]

/** Decides for every frame which classes are heard. Frames are held back until all classes are certain. */
export class VoiceDecoder {
  readonly #classes: readonly { readonly name: VoiceClass; readonly decoder: ClassDecoder; readonly decided: boolean[] }[]

  constructor(decoding: Decoding) {
    this.#classes = VOICE_CLASSES.map((name) => ({ name, decoder: new ClassDecoder(decoding.classes[name]), decided: [] }))
  }

  /**
   * @param probabilities one for each of {@link VOICE_CLASSES}; what is no number counts as 0
   * @returns the frames decided now, in order
   */
  push(probabilities: Float32Array): readonly HeardClasses[] {
    this.#classes.forEach(({ decoder, decided }, index) => {
      const probability = probabilities[index] ?? 0
      decided.push(...decoder.push(Number.isFinite(probability) ? probability : 0))
    })
    return this.#takeDecided()
  }

  /** Decides all frames held back and starts anew. */
  flush(): readonly HeardClasses[] {
    for (const { decoder, decided } of this.#classes) decided.push(...decoder.flush())
    return this.#takeDecided()
  }

  #takeDecided(): readonly HeardClasses[] {
    const frames = Math.min(...this.#classes.map(({ decided }) => decided.length))
    const taken = this.#classes.map(({ name, decided }) => ({ name, heard: decided.splice(0, frames) }))
    return Array.from({ length: frames }, (_, frame) => taken.filter(({ heard }) => heard[frame]).map(({ name }) => name))
  }
}
