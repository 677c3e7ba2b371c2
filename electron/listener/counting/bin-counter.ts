import { strictAssert } from '../../../common/assert'
import { BIN_MS, type SpeechBin, zeroSoundMs } from '../../../common/listening/metrics'
import type { Segment, SoundType } from '../../../common/listening/voice'
import { type CountErrors, estimateOf } from './intervals'
import { LevelStatistics } from './level-statistics'
import { nextTurnState, NO_CONVERSATION, type TurnState } from './turns'
import { nextVocalizationState, NO_VOCALIZATION, type VocalizationState } from './vocalizations'

interface OpenBin {
  listenedMs: number
  gapMs: number
  readonly soundMs: ReturnType<typeof zeroSoundMs>
  words: number
  vocalizations: number
  turns: number
  readonly levels: LevelStatistics
}

/**
 * Adds up decided segments and gaps into 5-minute bins on the UTC clock. Segments and gaps come in time order and leave
 * no hole; times are milliseconds since the start of the stream. In every bin the sound types add up to `listenedMs`
 * and `listenedMs + gapMs` to its length.
 */
export class BinCounter {
  readonly #streamStartedAt: number
  readonly #errors: CountErrors
  readonly #unknownChildCounts: boolean
  readonly #bins = new Map<number, OpenBin>()
  readonly #complete: SpeechBin[] = []
  #decidedMs = 0
  #turns: TurnState = NO_CONVERSATION
  #vocalizations: VocalizationState = NO_VOCALIZATION

  /**
   * @param streamStartedAt UTC milliseconds of the stream's time 0
   * @param errors of what decides the segments
   * @param unknownChildCounts whether CHI counts as the key child in turns and vocalisations: the numbers are then those
   * of all children together
   */
  constructor(streamStartedAt: number, errors: CountErrors, unknownChildCounts = false) {
    strictAssert(Number.isInteger(streamStartedAt) && streamStartedAt >= 0, 'a stream starts at a whole UTC millisecond')
    this.#streamStartedAt = streamStartedAt
    this.#errors = errors
    this.#unknownChildCounts = unknownChildCounts
  }

  /** Everything before this is counted, ms since the start of the stream. */
  get decidedMs(): number {
    return this.#decidedMs
  }

  /** The level of one frame; may run ahead of the segments, which are decided later. */
  addLevel(startMs: number, levelDbfs: number): void {
    this.#bin(this.#indexAt(startMs)).levels.add(levelDbfs)
  }

  /** @param words adult words spoken in the segment, spread evenly over it where it crosses a bin's border */
  addSegment(segment: Segment, words: number): void {
    const durationMs = segment.endMs - segment.startMs
    this.#advance(segment.startMs, segment.endMs, (bin, partMs) => {
      bin.listenedMs += partMs
      bin.soundMs[segment.type] += partMs
      bin.words += (words * partMs) / durationMs
    })
    const counted = this.#unknownChildCounts ? withKnownChild(segment) : segment
    const turn = nextTurnState(this.#turns, counted)
    this.#turns = turn.state
    if (turn.turnAtMs !== null) this.#bin(this.#indexAt(turn.turnAtMs)).turns++
    const vocalization = nextVocalizationState(this.#vocalizations, counted)
    this.#vocalizations = vocalization.state
    if (vocalization.vocalizationAtMs !== null) this.#bin(this.#indexAt(vocalization.vocalizationAtMs)).vocalizations++
    this.#close()
  }

  /** Time in which nothing could be heard. What was said before it and after it belongs to different conversations. */
  addGap(startMs: number, endMs: number): void {
    this.#advance(startMs, endMs, (bin, partMs) => {
      bin.gapMs += partMs
    })
    this.#turns = NO_CONVERSATION
    this.#vocalizations = NO_VOCALIZATION
    this.#close()
  }

  /** Bins completed since the last call, in order. */
  takeComplete(): readonly SpeechBin[] {
    return this.#complete.splice(0)
  }

  /** The bin being filled, as far as it is decided; null when nothing of it is. */
  current(): SpeechBin | null {
    const index = this.#indexAt(this.#decidedMs)
    return this.#startOf(index) < this.#decidedUtc() ? this.#result(index) : null
  }

  /** Ends the stream: all bins not yet taken, the last one perhaps shorter. */
  finish(): readonly SpeechBin[] {
    const last = this.current()
    const bins = [...this.takeComplete(), ...(last === null ? [] : [last])]
    this.#bins.clear()
    return bins
  }

  #advance(startMs: number, endMs: number, add: (bin: OpenBin, partMs: number) => void): void {
    strictAssert(startMs === this.#decidedMs && endMs > startMs, 'segments and gaps follow each other without holes')
    let at = startMs
    while (at < endMs) {
      const index = this.#indexAt(at)
      const partEnd = Math.min(endMs, (index + 1) * BIN_MS - this.#streamStartedAt)
      add(this.#bin(index), partEnd - at)
      at = partEnd
    }
    this.#decidedMs = endMs
  }

  #close(): void {
    for (const index of [...this.#bins.keys()].sort((a, b) => a - b)) {
      if ((index + 1) * BIN_MS > this.#decidedUtc()) return
      this.#complete.push(this.#result(index))
      this.#bins.delete(index)
    }
  }

  #decidedUtc(): number {
    return this.#streamStartedAt + this.#decidedMs
  }

  #indexAt(streamMs: number): number {
    return Math.floor((this.#streamStartedAt + streamMs) / BIN_MS)
  }

  #startOf(index: number): number {
    return Math.max(index * BIN_MS, this.#streamStartedAt)
  }

  #bin(index: number): OpenBin {
    const existing = this.#bins.get(index)
    if (existing !== undefined) return existing
    const fresh: OpenBin = {
      listenedMs: 0, gapMs: 0, soundMs: zeroSoundMs(), words: 0, vocalizations: 0, turns: 0, levels: new LevelStatistics(),
    }
    this.#bins.set(index, fresh)
    return fresh
  }

  #result(index: number): SpeechBin {
    const bin = this.#bin(index)
    const heard = bin.listenedMs > 0
    return {
      startedAt: this.#startOf(index),
      endedAt: Math.min((index + 1) * BIN_MS, this.#decidedUtc()),
      listenedMs: bin.listenedMs,
      gapMs: bin.gapMs,
      soundMs: { ...bin.soundMs },
      adultWords: estimateOf(bin.words, this.#errors.adultWords),
      childVocalizations: estimateOf(bin.vocalizations, this.#errors.childVocalizations),
      conversationalTurns: estimateOf(bin.turns, this.#errors.conversationalTurns),
      levelMeanDbfs: heard ? bin.levels.meanDbfs() : null,
      levelP90Dbfs: heard ? bin.levels.p90Dbfs() : null,
    }
  }
}

/** The segment with any child taken for the key child. */
function withKnownChild(segment: Segment): Segment {
  const known = (type: SoundType): SoundType => (type === 'CHI' ? 'KCHI' : type)
  return { ...segment, type: known(segment.type), heard: segment.heard.map(known) }
}
