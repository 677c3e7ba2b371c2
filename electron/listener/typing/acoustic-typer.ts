import { heardAlone, type Segment, type SoundType } from '../../../common/listening/voice'
import { FRAME_MS, meanSquareToDbfs } from '../audio-format'
import { SpeechRuns, type SpeechRun } from '../vad/speech-runs'
import { backgroundType, isAudible } from './background'
import type { AcousticFrame } from './acoustic-frame'
import { mostLikelyPath } from './viterbi'
import { EvidenceStream, type VoiceEvidence } from './voice-evidence'
import { SAME_SPEAKER_BONUS, SAME_SPEAKER_WITHIN_MS, SPEAKER_CHANGE_COST, VOICE_TYPES, voiceScores } from './voice-model'

/** Sound with a steady tone in so many of its frames is a machine's or an instrument's: electronic. */
const TONE_SHARE = 0.4
/** Pieces of speech shorter than this between two others take the type of the longer neighbour, frames: 0.26 s. */
const MIN_PIECE_FRAMES = 8

/**
 * The baseline's judge of voices: voice or not from {@link EvidenceStream} with hysteresis, then, inside each stretch of speech,
 * child, woman or man from pitch and spectral shape with a cost for changes. It does not tell the key child from other
 * children (all children are KCHI), nor overlap, nor laughter; television talk counts as the voices in it.
 * What it scores is in docs/adr/0010.
 */
export class AcousticSpeakerTyper {
  readonly #evidence = new EvidenceStream()
  readonly #runs = new SpeechRuns()
  #waiting: VoiceEvidence[] = []
  #lastVoice: { readonly type: SoundType; readonly endMs: number } | null = null

  /** Takes the next frame; gives the segments decided now, which follow each other and cover every frame. */
  push(frame: AcousticFrame): readonly Segment[] {
    return this.#evidence.push(frame).flatMap((evidence) => this.#judge(evidence))
  }

  /** Decides everything held back and forgets what was heard. */
  flush(): readonly Segment[] {
    const decided = this.#evidence.flush().flatMap((evidence) => this.#judge(evidence))
    const rest = this.#runs.flush().flatMap((run) => this.#segmentsOf(run))
    this.#lastVoice = null
    return [...decided, ...rest]
  }

  #judge(evidence: VoiceEvidence): readonly Segment[] {
    this.#waiting.push(evidence)
    return this.#runs.push(evidence.speech).flatMap((run) => this.#segmentsOf(run))
  }

  #segmentsOf(run: SpeechRun): readonly Segment[] {
    const stretch = this.#waiting.splice(0, run.frames)
    const types = run.speech ? typesOfSpeech(stretch, this.#expected(stretch)) : typesOfOther(stretch)
    const last = stretch.at(-1)
    const lastType = types.at(-1)
    if (run.speech && last !== undefined && lastType !== undefined) {
      this.#lastVoice = { type: lastType, endMs: last.frame.startMs }
    }
    return piecesOf(types).map(({ type, from, to }) => segmentOf(type, stretch.slice(from, to)))
  }

  /** Who is likelier than others to speak first in a stretch: who spoke a moment ago. */
  #expected(stretch: readonly VoiceEvidence[]): SoundType | null {
    const startMs = stretch[0]?.frame.startMs ?? 0
    const recent = this.#lastVoice !== null && startMs - this.#lastVoice.endMs < SAME_SPEAKER_WITHIN_MS
    return recent ? (this.#lastVoice?.type ?? null) : null
  }
}

interface Piece {
  readonly type: SoundType
  readonly from: number
  readonly to: number
}

function typesOfSpeech(stretch: readonly VoiceEvidence[], expected: SoundType | null): readonly SoundType[] {
  const scores = stretch.map(voiceScores)
  const start = VOICE_TYPES.map((type) => (type === expected ? SAME_SPEAKER_BONUS : 0))
  const path = mostLikelyPath([start, ...scores], SPEAKER_CHANGE_COST).slice(1)
  const voices = path.map((index) => VOICE_TYPES[index] ?? 'KCHI')
  // Only a child cries: where the pitch said man or woman, the pitch of the whole stretch is trusted more.
  const types = voices.map((type, index): SoundType => (type === 'KCHI' && stretch[index]?.crying ? 'CRY' : type))
  return withoutShortPieces(types)
}

function typesOfOther(stretch: readonly VoiceEvidence[]): readonly SoundType[] {
  const level = meanSquareToDbfs(mean(stretch, ({ frame }) => frame.features.meanSquare))
  const tonal = mean(stretch, ({ tone }) => (tone ? 1 : 0)) >= TONE_SHARE
  const background: SoundType =
    tonal && isAudible(level) ? 'ELE' : backgroundType(level, mean(stretch, ({ aboveFloorDb }) => aboveFloorDb))
  return stretch.map(({ crying }) => (crying ? 'CRY' : background))
}

function withoutShortPieces(types: readonly SoundType[]): readonly SoundType[] {
  let pieces = piecesOf(types)
  for (;;) {
    const at = pieces.findIndex(({ from, to }) => to - from < MIN_PIECE_FRAMES)
    const short = pieces[at]
    if (short === undefined || pieces.length === 1) break
    const neighbours = [pieces[at - 1], pieces[at + 1]].filter((piece) => piece !== undefined)
    const longer = neighbours.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a))
    pieces = piecesOf(
      pieces.flatMap((piece) => Array.from({ length: piece.to - piece.from }, () => (piece === short ? longer.type : piece.type))),
    )
  }
  return pieces.flatMap(({ type, from, to }) => Array.from({ length: to - from }, () => type))
}

function piecesOf(types: readonly SoundType[]): readonly Piece[] {
  const pieces: Piece[] = []
  types.forEach((type, index) => {
    const last = pieces.at(-1)
    if (last?.type === type) pieces[pieces.length - 1] = { ...last, to: index + 1 }
    else pieces.push({ type, from: index, to: index + 1 })
  })
  return pieces
}

function segmentOf(type: SoundType, stretch: readonly VoiceEvidence[]): Segment {
  const startMs = stretch[0]?.frame.startMs ?? 0
  return {
    type,
    heard: heardAlone(type),
    startMs,
    endMs: startMs + stretch.length * FRAME_MS,
    levelDbfs: meanSquareToDbfs(mean(stretch, ({ frame }) => frame.features.meanSquare)),
  }
}

function mean(stretch: readonly VoiceEvidence[], value: (evidence: VoiceEvidence) => number): number {
  return stretch.reduce((sum, evidence) => sum + value(evidence), 0) / Math.max(1, stretch.length)
}
