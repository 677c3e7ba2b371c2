import { BIN_MS, type SpeechBin } from '../../../common/listening/metrics'
import { VOICES, type Voice, voiceMs } from './voices'

/** A stretch of one bin's stack, in milliseconds of sound from the bottom. */
export interface StackPart {
  readonly voice: Voice
  readonly fromMs: number
  readonly toMs: number
}

export interface RibbonSlot {
  readonly bin: SpeechBin
  /** Only voices that were heard, bottom first. */
  readonly stack: readonly StackPart[]
}

/** A stretch of the day, UTC milliseconds. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface RibbonLayout {
  /** Bins with listening or a gap, oldest first: what the keyboard walks. */
  readonly slots: readonly RibbonSlot[]
  /** Stretches that should have been listened to and were not. */
  readonly gaps: readonly Span[]
  /** Stretches that were listened to, silence included. */
  readonly listened: readonly Span[]
  /** Top of the scale: whole minutes of sound within a bin, at least one. */
  readonly topMs: number
}

const MINUTE_MS = 60_000

/**
 * Puts a day's bins in their places. Bins outside the day are left out, one that crosses its edge is cut there.
 * A bin counts as a gap when more of it was missed than was heard.
 */
export function ribbonLayout(bins: readonly SpeechBin[], dayStartsAt: number, dayEndsAt: number): RibbonLayout {
  const inside = bins
    .filter((bin) => bin.endedAt > dayStartsAt && bin.startedAt < dayEndsAt && bin.listenedMs + bin.gapMs > 0)
    .toSorted((a, b) => a.startedAt - b.startedAt)
  const slots = inside.map((bin) => ({ bin, stack: stackOf(bin) }))
  const highest = Math.max(0, ...slots.map(({ stack }) => stack.at(-1)?.toMs ?? 0))
  const spanOf = (bin: SpeechBin): Span => ({
    from: Math.max(bin.startedAt, dayStartsAt),
    to: Math.min(bin.endedAt, dayEndsAt),
  })
  return {
    slots,
    gaps: joined(inside.filter(isGap).map(spanOf)),
    listened: joined(inside.filter((bin) => !isGap(bin)).map(spanOf)),
    topMs: Math.min(BIN_MS, Math.max(1, Math.ceil(highest / MINUTE_MS)) * MINUTE_MS),
  }
}

export function isGap(bin: SpeechBin): boolean {
  return bin.gapMs > bin.listenedMs
}

function stackOf(bin: SpeechBin): readonly StackPart[] {
  const parts: StackPart[] = []
  let fromMs = 0
  for (const voice of VOICES) {
    const ms = voiceMs(bin.soundMs, voice)
    if (ms === 0) continue
    parts.push({ voice, fromMs, toMs: fromMs + ms })
    fromMs += ms
  }
  return parts
}

/** Neighbours that touch become one. Spans come sorted. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (last !== undefined && span.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else result.push(span)
  }
  return result
}
