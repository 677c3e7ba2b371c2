import type { EnrolmentHint } from '../../../common/voice-enrolment'
import { FLOOR_DBFS, FRAME_MS } from '../audio-format'
import { isChildAlone } from './voice-collector'
import { VOICE_FRAME_SECONDS, type EnrolmentFrame } from './voice-embedder'

/** What a hint looks back on, seconds: long enough not to blink, short enough to be about now. */
const LOOK_BACK_SECONDS = 3
const LEVELS = Math.round((LOOK_BACK_SECONDS * 1000) / FRAME_MS)
const FRAMES = Math.round(LOOK_BACK_SECONDS / VOICE_FRAME_SECONDS)

/** A voice near the microphone reaches this; what stays below it all the time is a room without one. */
const QUIET_DBFS = -55
const HEARD = 0.5
/** Share of the look-back in which somebody else is heard before it is said. */
const OTHERS_SHARE = 0.2

interface Heard {
  readonly isChild: boolean
  readonly isAdult: boolean
  readonly isElectronic: boolean
}

/** Says what keeps the child's voice from being heard, from the last seconds. */
export class HintFinder {
  readonly #levels: number[] = []
  readonly #frames: Heard[] = []

  add(levelDbfs: number, frames: readonly EnrolmentFrame[]): void {
    keepLast(this.#levels, LEVELS, levelDbfs)
    for (const frame of frames) {
      keepLast(this.#frames, FRAMES, {
        isChild: isChildAlone(frame),
        isAdult: frame.adultProbability >= HEARD,
        isElectronic: frame.electronicProbability >= HEARD,
      })
    }
  }

  /** Null while the child is heard, and until there is enough to look back on. */
  current(): EnrolmentHint | null {
    if (this.#frames.length < FRAMES) return null
    if (this.#share(({ isAdult }) => isAdult) >= OTHERS_SHARE) return 'adult-talking'
    if (this.#share(({ isElectronic }) => isElectronic) >= OTHERS_SHARE) return 'electronic'
    if (this.#frames.some(({ isChild }) => isChild)) return null
    return this.#levels.reduce((max, level) => Math.max(max, level), FLOOR_DBFS) < QUIET_DBFS ? 'too-quiet' : 'no-child'
  }

  #share(test: (frame: Heard) => boolean): number {
    return this.#frames.filter(test).length / FRAMES
  }
}

function keepLast<T>(list: T[], length: number, item: T): void {
  list.push(item)
  if (list.length > length) list.shift()
}
