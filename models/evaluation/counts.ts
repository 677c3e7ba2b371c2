import { joinedSpans, type Span } from './spans'

/** The voices that can talk with each other. */
export const VOICES = ['KCHI', 'OCH', 'FEM', 'MAL'] as const

const VOCALIZATION_MIN_S = 0.6
const VOCALIZATION_MAX_PAUSE_S = 0.3
const TURN_MAX_GAP_S = 5
/** Pieces of one voice between overlaps that are shorter than this belong to nobody, seconds: one scored frame. */
const PIECE_MIN_S = 0.1
/** Sums of decimal fractions miss their value by this much. */
const ROUNDING = 1e-9

/** Speech-like stretches of the key child of at least 0.6 s, bounded by at least 0.3 s of something else. */
export function countVocalizations(spans: readonly Span[]): number {
  const child = spans.filter(({ label }) => label === 'KCHI')
  return joinedSpans(child, VOCALIZATION_MAX_PAUSE_S).filter(({ startS, endS }) => endS - startS >= VOCALIZATION_MIN_S - ROUNDING).length
}

type Role = 'child' | 'adult' | 'other child'

function roleOf(label: string): Role {
  if (label === 'KCHI') return 'child'
  return label === 'OCH' ? 'other child' : 'adult'
}

/**
 * Conversational turns: alternating blocks of key child (KCHI) and adults (FEM, MAL) with at most 5 s between and no other
 * child between, counted in pairs: C-A-C = 1, C-A-C-A = 2. Stretches in which several voices talk at once do not count
 * and do not break, nor do CRY and LAU. Kept apart from the listener's own counting (electron/listener/counting), which
 * works on a stream, so that each checks the other.
 */
export function countTurns(spans: readonly Span[]): number {
  const voices = withoutOverlap(spans)
  let turns = 0
  let blocks = 0
  voices.forEach(({ startS, label }, index) => {
    const role = roleOf(label)
    const previous = voices[index - 1]
    const previousRole = previous === undefined ? 'other child' : roleOf(previous.label)
    const near = previousRole !== 'other child' && startS - (previous?.endS ?? 0) <= TURN_MAX_GAP_S
    if (role === 'other child' || !near) {
      turns += Math.floor(blocks / 2)
      blocks = role === 'other child' ? 0 : 1
    } else if (role !== previousRole) {
      blocks++
    }
  })
  return turns + Math.floor(blocks / 2)
}

/** The stretches in which exactly one of the voices talks, at least 0.1 s long. */
function withoutOverlap(spans: readonly Span[]): readonly Span[] {
  const voices = spans.filter(({ label }) => VOICES.some((voice) => voice === label))
  const borders = [...new Set(voices.flatMap(({ startS, endS }) => [startS, endS]))].sort((a, b) => a - b)
  const alone: Span[] = []
  borders.slice(0, -1).forEach((startS, index) => {
    const endS = borders[index + 1] ?? startS
    const [label, ...others] = new Set(voices.filter((voice) => voice.startS < endS && voice.endS > startS).map((voice) => voice.label))
    if (label === undefined || others.length > 0) return
    const last = alone.at(-1)
    if (last?.label === label && Math.abs(last.endS - startS) < ROUNDING) alone[alone.length - 1] = { ...last, endS }
    else alone.push({ startS, endS, label })
  })
  return alone.filter(({ startS, endS }) => endS - startS >= PIECE_MIN_S)
}
