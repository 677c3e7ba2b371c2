import type { Segment } from '../../../common/listening/voice'

/** Shortest speech-like sound that counts, milliseconds (product rule). */
export const VOCALIZATION_MIN_MS = 600
/** Something else must last at least this long to end a vocalisation, milliseconds; shorter pauses join. */
export const VOCALIZATION_MIN_PAUSE_MS = 300

/** The vocalisation that may still go on. */
export interface VocalizationState {
  readonly open: { readonly startMs: number; readonly endMs: number; readonly counted: boolean } | null
}

export const NO_VOCALIZATION: VocalizationState = { open: null }

/**
 * Takes the next segment in time order. Gives the new state and, when the key child's sound reaches 0.6 s with this
 * segment, the moment (ms) at which it did. KCHI counts wherever it is heard, also while others talk; crying (CRY), laughing
 * (LAU) and a child not known (CHI) are other types.
 * A sound is counted at that moment, so it belongs to exactly one bin, even when it goes on over the border.
 */
export function nextVocalizationState(
  state: VocalizationState,
  segment: Segment,
): { state: VocalizationState; vocalizationAtMs: number | null } {
  if (!segment.heard.includes('KCHI')) return { state, vocalizationAtMs: null }

  const { open } = state
  const joins = open !== null && segment.startMs - open.endMs < VOCALIZATION_MIN_PAUSE_MS
  const startMs = joins ? open.startMs : segment.startMs
  const endMs = joins ? Math.max(open.endMs, segment.endMs) : segment.endMs
  const countedBefore = joins && open.counted
  const longEnough = endMs - startMs >= VOCALIZATION_MIN_MS
  return {
    state: { open: { startMs, endMs, counted: countedBefore || longEnough } },
    vocalizationAtMs:
      longEnough && !countedBefore ? Math.max(segment.startMs, startMs + VOCALIZATION_MIN_MS - 1) : null,
  }
}

/** The moments (ms) of all key-child vocalisations in a list of segments in time order. CVC is its length. */
export function findVocalizations(segments: readonly Segment[]): readonly number[] {
  const found: number[] = []
  let state = NO_VOCALIZATION
  for (const segment of segments) {
    const step = nextVocalizationState(state, segment)
    state = step.state
    if (step.vocalizationAtMs !== null) found.push(step.vocalizationAtMs)
  }
  return found
}
