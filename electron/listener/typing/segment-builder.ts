import { type ChildPolicy, EMBEDDING_LENGTH } from '../../../common/listening/child-policy'
import { heardAlone, isAdult, type SoundType } from '../../../common/listening/voice'
import { backgroundType } from './background'
import { childTypeOf, type ChildType, SHORTEST_TOLD_MS } from './child-identity'
import { addLevels, type LevelSums, meanLevels, NO_LEVEL } from './level-cells'
import type { TypedSegment } from './speaker-typer'
import type { VoiceFrame } from './voice-classes'
import type { HeardClasses } from './voice-decoder'

/** Longer stretches are given out in pieces, so that nothing waits longer than this to be counted, ms. */
const LONGEST_MS = 5_000
/** Whether there is noise or silence is judged in pieces of half a second. */
const LONGEST_BACKGROUND_MS = 500

/** A frame of the model's grid of which everything is decided. */
export interface DecodedFrame {
  readonly heard: HeardClasses
  /** Since the start of the stream; the last frame before its end may be shorter than others. */
  readonly endMs: number
  readonly levels: LevelSums
  readonly voice: VoiceFrame
}

interface Stretch {
  readonly heard: HeardClasses
  readonly startMs: number
  readonly endMs: number
  readonly levels: LevelSums
  readonly syllables: number
  /** Sum over the frames of the probability that a child who speaks is eight or older, and their number. */
  readonly older: number
  readonly frames: number
}

/** Joins frames in which the same is heard to segments that follow each other and cover every frame. */
export class SegmentBuilder {
  readonly #childPolicy: ChildPolicy
  readonly #wordsPerSyllable: number
  /** Sum of the open stretch's embeddings. */
  readonly #voice = new Float32Array(EMBEDDING_LENGTH)
  #open: Stretch | null = null
  #atMs = 0
  #lastChild: { readonly type: ChildType; readonly endMs: number } | null = null

  /** @param wordsPerSyllable words for each syllable that the model counts */
  constructor(childPolicy: ChildPolicy, wordsPerSyllable: number) {
    this.#childPolicy = childPolicy
    this.#wordsPerSyllable = wordsPerSyllable
  }

  /** The next frame begins here, ms since the start of the stream. Call before the first frame and after a gap. */
  startAt(ms: number): void {
    this.#atMs = ms
    this.#lastChild = null
  }

  /** Takes the next frame; gives the segment that ends before it, if one does. */
  push(frame: DecodedFrame): readonly TypedSegment[] {
    const open = this.#open
    const goesOn = open !== null && alike(open.heard, frame.heard) && open.endMs - open.startMs < longestMs(open.heard)
    const ended = goesOn ? [] : this.flush()
    const before = this.#open ?? { startMs: this.#atMs, levels: NO_LEVEL, syllables: 0, older: 0, frames: 0 }
    this.#open = {
      heard: frame.heard,
      startMs: before.startMs,
      endMs: frame.endMs,
      levels: addLevels(before.levels, frame.levels),
      syllables: before.syllables + frame.voice.syllables,
      older: before.older + frame.voice.older,
      frames: before.frames + 1,
    }
    frame.voice.embedding.forEach((value, index) => {
      this.#voice[index] = (this.#voice[index] ?? 0) + value
    })
    return ended
  }

  /** Gives the segment not given out yet, if there is one. */
  flush(): readonly TypedSegment[] {
    const stretch = this.#open
    if (stretch === null) return []
    const typed = this.#typed(stretch)
    this.#open = null
    this.#atMs = stretch.endMs
    this.#voice.fill(0)
    return [typed]
  }

  #typed({ heard: classes, startMs, endMs, levels, syllables, older, frames }: Stretch): TypedSegment {
    const { levelDbfs, aboveFloorDb } = meanLevels(levels)
    const sounds = classes.map((name): SoundType => (name === 'CHI' ? this.#childIn(startMs, endMs, older / frames) : name))
    const type = typeOf(sounds) ?? backgroundType(levelDbfs, aboveFloorDb)
    const heard = sounds.length > 0 ? sounds : heardAlone(type)
    const words = sounds.some(isAdult) && Number.isFinite(syllables) ? Math.max(0, syllables * this.#wordsPerSyllable) : 0
    return { segment: { type, heard, startMs, endMs, levelDbfs }, words }
  }

  /** A stretch too short to tell, right after one of a child, is taken for the same child's: others only joined or left. */
  #childIn(startMs: number, endMs: number, older: number): ChildType {
    const last = this.#lastChild
    const short = endMs - startMs < SHORTEST_TOLD_MS
    const type = short && last?.endMs === startMs ? last.type : childTypeOf(this.#childPolicy, { embedding: this.#voice, older }, endMs - startMs)
    this.#lastChild = { type, endMs }
    return type
  }
}

/** The one type that a stretch counts as; null where nothing is heard. */
function typeOf(sounds: readonly SoundType[]): SoundType | null {
  const electronic = sounds.includes('ELE')
  const [first, ...others] = sounds.filter((type) => type !== 'ELE')
  if (first === undefined) return electronic ? 'ELE' : null
  const cries = (type: SoundType): boolean => type === 'CRY' || type === 'LAU'
  return others.length > 0 && !cries(first) ? 'OLN' : first
}

function alike(a: HeardClasses, b: HeardClasses): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index])
}

function longestMs(heard: HeardClasses): number {
  return heard.length > 0 ? LONGEST_MS : LONGEST_BACKGROUND_MS
}
