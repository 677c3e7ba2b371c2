import { isAdult, type Segment, type SoundType } from '../../../common/listening/voice'

/** Longest pause between the two halves of a turn, milliseconds (product rule; LENA uses the same 5 s). */
export const TURN_MAX_GAP_MS = 5_000

type Role = 'child' | 'adult'

export interface TurnState {
  readonly last: { readonly role: Role; readonly endMs: number } | null
  /** How many blocks the running conversation has: alternating child, adult, child … */
  readonly blocks: number
}

export const NO_CONVERSATION: TurnState = { last: null, blocks: 0 }

function roleOf(type: SoundType): Role | 'other-speaker' | 'ignored' {
  if (type === 'KCHI') return 'child'
  if (isAdult(type)) return 'adult'
  // Overlap, an unknown child, crying, laughing and everything that is not a person neither count nor break a conversation.
  return type === 'OCH' ? 'other-speaker' : 'ignored'
}

/**
 * Takes the next segment in time order. Gives the new state and, when this segment completes a pair of blocks,
 * the moment of the turn: the start of the answering segment. Segments of one speaker may come in pieces.
 *
 * Rule: adjacent key-child and adult segments with at most 5 s between and no other speaker between, counted in pairs:
 * C-A = 1, C-A-C = 1, C-A-C-A = 2.
 */
export function nextTurnState(state: TurnState, segment: Segment): { state: TurnState; turnAtMs: number | null } {
  const role = roleOf(segment.type)
  if (role === 'ignored') return { state, turnAtMs: null }
  if (role === 'other-speaker') return { state: NO_CONVERSATION, turnAtMs: null }

  const { last, blocks } = state
  const near = last !== null && segment.startMs - last.endMs <= TURN_MAX_GAP_MS
  const endMs = Math.max(segment.endMs, last?.endMs ?? segment.endMs)
  if (near && last.role === role) return { state: { last: { role, endMs }, blocks }, turnAtMs: null }

  const count = near ? blocks + 1 : 1
  const turnAtMs = count % 2 === 0 ? segment.startMs : null
  return { state: { last: { role, endMs }, blocks: count }, turnAtMs }
}

/** The moments (ms) of all conversational turns in a list of segments in time order. CTC is its length. */
export function findTurns(segments: readonly Segment[]): readonly number[] {
  const turns: number[] = []
  let state = NO_CONVERSATION
  for (const segment of segments) {
    const step = nextTurnState(state, segment)
    state = step.state
    if (step.turnAtMs !== null) turns.push(step.turnAtMs)
  }
  return turns
}
