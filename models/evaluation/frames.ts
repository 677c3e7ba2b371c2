import type { Span } from './spans'

/** Scored one by one: a frame of 100 ms carries a label when a stretch with it covers the frame's centre. */
export const FRAME_S = 0.1

export const SCORED_CLASSES = ['KCHI', 'OCH', 'CHI', 'FEM', 'MAL', 'SPEECH', 'CRY', 'ELE'] as const
export type ScoredClass = (typeof SCORED_CLASSES)[number]

/** `merge`: crying and laughing count as the key child's voice. `ignore`: such frames of the truth are not scored. */
export type Nonspeech = 'merge' | 'ignore'

/** One byte a frame: 1 where it is. */
export type Frames = Uint8Array

export interface SceneFrames {
  readonly classes: Readonly<Record<ScoredClass, Frames>>
  /** Crying or laughing. */
  readonly nonspeech: Frames
}

/** @param options.speechLabel the label SPEECH alone says where anybody speaks; otherwise all voices together do */
export function sceneFrames(
  spans: readonly Span[], count: number, options: { readonly nonspeech: Nonspeech; readonly speechLabel: boolean },
): SceneFrames {
  const of = (label: string): Frames => framesOf(spans.filter((span) => span.label === label), count)
  const cry = of('CRY')
  const nonspeech = unionOf(cry, of('LAU'))
  const key = options.nonspeech === 'merge' ? unionOf(of('KCHI'), nonspeech) : of('KCHI')
  const other = of('OCH')
  const child = unionOf(of('CHI'), unionOf(key, other))
  const woman = of('FEM')
  const man = of('MAL')
  const speech = options.speechLabel ? of('SPEECH') : unionOf(child, unionOf(woman, man))
  return { classes: { KCHI: key, OCH: other, CHI: child, FEM: woman, MAL: man, SPEECH: speech, CRY: cry, ELE: of('ELE') }, nonspeech }
}

/** Frames that a span covers. */
export function framesOf(spans: readonly Span[], count: number): Frames {
  const frames = new Uint8Array(count)
  for (const { startS, endS } of spans) frames.fill(1, firstCentreFrom(startS, count), firstCentreFrom(endS, count))
  return frames
}

/** The first frame whose centre is at `seconds` or later. */
function firstCentreFrom(seconds: number, count: number): number {
  let frame = Math.min(count, Math.max(0, Math.floor(seconds / FRAME_S) - 1))
  while (frame < count && (frame + 0.5) * FRAME_S < seconds) frame++
  return frame
}

/** Frames of one or the other. */
export function unionOf(a: Frames, b: Frames): Frames {
  return a.map((value, index) => value | (b[index] ?? 0))
}
