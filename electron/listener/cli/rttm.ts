import { type Segment, SOUND_TYPES, type SoundType } from '../../../common/listening/voice'

interface Run {
  readonly type: SoundType
  readonly startMs: number
  readonly endMs: number
}

/**
 * Segments as Rich Transcription Time Marked lines (NIST RT-09 evaluation plan, appendix A), times in seconds: one line a run of
 * each type heard, so that lines of voices that talk at once overlap. Silence is left out, as is usual.
 * @param segments in time order, without overlap
 */
export function toRttm(name: string, segments: readonly Segment[]): string {
  const file = name.replace(/\s+/g, '_')
  return SOUND_TYPES.flatMap((type) => runsOf(type, segments))
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
    .map(({ type, startMs, endMs }) => {
      const start = (startMs / 1000).toFixed(3)
      const duration = ((endMs - startMs) / 1000).toFixed(3)
      return `SPEAKER ${file} 1 ${start} ${duration} <NA> <NA> ${type} <NA> <NA>\n`
    })
    .join('')
}

function runsOf(type: SoundType, segments: readonly Segment[]): readonly Run[] {
  const runs: Run[] = []
  for (const { heard, startMs, endMs } of segments) {
    if (!heard.includes(type)) continue
    const last = runs.at(-1)
    if (last?.endMs === startMs) runs[runs.length - 1] = { ...last, endMs }
    else runs.push({ type, startMs, endMs })
  }
  return runs
}
