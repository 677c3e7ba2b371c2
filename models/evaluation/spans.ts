/** A labelled stretch of a recording, seconds from its start. Stretches of different labels may overlap. */
export interface Span {
  readonly startS: number
  readonly endS: number
  readonly label: string
}

/** A file of the evaluation that cannot be used. The message says which line and why. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError'
}

/**
 * Reads the SPEAKER lines of an RTTM file (NIST RT-09 evaluation plan, appendix A), sorted by start, end and label.
 * @param where the file's name, for the error
 * @throws EvaluationError for a SPEAKER line without times or label
 */
export function readRttm(text: string, where: string): readonly Span[] {
  const spans = text.split('\n').flatMap((line, index) => {
    const fields = line.split(/\s+/).filter((field) => field !== '')
    if (fields[0] !== 'SPEAKER') return []
    const [, , , start, duration, , , label] = fields
    const startS = Number(start)
    const endS = startS + Number(duration)
    if (label === undefined || !Number.isFinite(endS)) {
      throw new EvaluationError(`${where}:${String(index + 1)}: an RTTM SPEAKER line needs at least 8 fields, the fourth and fifth in seconds`)
    }
    return [{ startS, endS, label }]
  })
  return spans.sort((a, b) => a.startS - b.startS || a.endS - b.endS || (a.label < b.label ? -1 : Number(a.label > b.label)))
}

/** The union of the spans, joined over pauses shorter than `gapS` seconds. Spans sorted by start. */
export function joinedSpans(spans: readonly Span[], gapS: number): readonly Span[] {
  const result: Span[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (last !== undefined && span.startS - last.endS < gapS) result[result.length - 1] = { ...last, endS: Math.max(last.endS, span.endS) }
    else result.push(span)
  }
  return result
}
