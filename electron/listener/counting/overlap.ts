import { type Segment, soundsLike, SOUND_TYPES, type SoundType } from '../../../common/listening/voice'

const VOICES: readonly SoundType[] = ['KCHI', 'OCH', 'CHI', 'FEM', 'MAL']

/**
 * Turns a list in which voices may overlap (a hand-made or generated truth) into one with one type at a time:
 * where two voices speak at once the stretch becomes OLN. Other types (noise, TV, crying) are dropped.
 * Needed before the counting rules, which want one speaker at a time.
 */
export function voicesOneAtATime(segments: readonly Segment[]): readonly Segment[] {
  const voices = segments.filter((segment) => VOICES.includes(segment.type))
  const borders = [...new Set(voices.flatMap((segment) => [segment.startMs, segment.endMs]))].sort((a, b) => a - b)
  const result: Segment[] = []
  borders.slice(0, -1).forEach((startMs, index) => {
    const endMs = borders[index + 1] ?? startMs
    const active = voices.filter((segment) => segment.startMs < endMs && segment.endMs > startMs)
    const heard = SOUND_TYPES.filter((type) => active.some((segment) => segment.type === type))
    const [type] = heard
    if (type === undefined) return
    const levelDbfs = Math.max(...active.map((segment) => segment.levelDbfs))
    const stretch: Segment = { type: heard.length === 1 ? type : 'OLN', heard, startMs, endMs, levelDbfs }
    const previous = result.at(-1)
    if (previous?.endMs === startMs && soundsLike(previous, stretch)) {
      result[result.length - 1] = { ...previous, endMs, levelDbfs: Math.max(previous.levelDbfs, levelDbfs) }
    } else {
      result.push(stretch)
    }
  })
  return result
}
