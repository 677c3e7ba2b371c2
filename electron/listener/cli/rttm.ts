import type { Segment } from '../../../common/listening/voice'

/**
 * Segments as Rich Transcription Time Marked lines (NIST RT-09 evaluation plan, appendix A), times in seconds. Silence is
 * left out, as is usual.
 */
export function toRttm(name: string, segments: readonly Segment[]): string {
  const file = name.replace(/\s+/g, '_')
  return segments
    .filter(({ type }) => type !== 'SIL')
    .map(({ type, startMs, endMs }) => {
      const start = (startMs / 1000).toFixed(3)
      const duration = ((endMs - startMs) / 1000).toFixed(3)
      return `SPEAKER ${file} 1 ${start} ${duration} <NA> <NA> ${type} <NA> <NA>\n`
    })
    .join('')
}
