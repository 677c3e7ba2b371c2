import fc from 'fast-check'
import { heardAlone, SOUND_TYPES, type Segment } from '../../../common/listening/voice'

/** For tests: any list of segments that follow each other without holes, from time 0. */
export const arbitrarySegments: fc.Arbitrary<readonly Segment[]> = fc
  .array(
    fc.record({
      type: fc.oneof(fc.constantFrom('KCHI', 'FEM', 'MAL', 'SIL'), fc.constantFrom(...SOUND_TYPES)),
      durationMs: fc.oneof(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 9_000 })),
    }),
    { maxLength: 60 },
  )
  .map((parts) => {
    let at = 0
    return parts.map(({ type, durationMs }) => {
      const startMs = at
      at += durationMs
      return { type, heard: heardAlone(type), startMs, endMs: at, levelDbfs: -30 }
    })
  })

/** For tests: the same stretches of sound, cut at other places; `cutsMs` are the lengths of pieces, used in turn. */
export function inPieces(segments: readonly Segment[], cutsMs: readonly number[]): readonly Segment[] {
  let next = 0
  return segments.flatMap((segment) => {
    const pieces: Segment[] = []
    let at = segment.startMs
    while (at < segment.endMs) {
      const endMs = Math.min(segment.endMs, at + (cutsMs[next++ % cutsMs.length] ?? 1))
      pieces.push({ ...segment, startMs: at, endMs })
      at = endMs
    }
    return pieces
  })
}
