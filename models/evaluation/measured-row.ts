import { z } from 'zod'
import { MEASURED_CLASSES, type CountError, type ResultsRow } from './results-schema'

const classScoreSchema = z.object({ f1: z.number(), precision: z.number(), recall: z.number() })
const countScoreSchema = z.object({
  medianAbsoluteRelativeError: z.number().nullable(),
  bias: z.number().nullable(),
  pearsonR: z.number().nullable(),
})
const coverageSchema = z.object({ inside: z.number(), scenes: z.number() })

/** What a published row takes from `eval:speech --json`. */
export const evaluationJsonSchema = z.object({
  score: z.object({
    classes: z.record(z.string(), classScoreSchema),
    macroChiFemMal: z.number(),
    counts: z.object({
      adult_words: countScoreSchema.optional(),
      child_vocalizations: countScoreSchema.optional(),
      conversational_turns: countScoreSchema.optional(),
    }),
    scenes: z.array(z.unknown()),
  }),
  coverage: z.object({ adult_words: coverageSchema, child_vocalizations: coverageSchema, conversational_turns: coverageSchema }),
  seconds: z.number(),
  realTimeFactorOneCore: z.number(),
  peakMemoryMib: z.number(),
})
export type EvaluationJson = z.infer<typeof evaluationJsonSchema>

/** An evaluation as a row of `results.json`, with the digits that are worth publishing. */
export function measuredRow(row: Pick<ResultsRow, 'kind' | 'name' | 'inApp'>, evaluation: EvaluationJson): ResultsRow {
  const { score, coverage } = evaluation
  return {
    kind: row.kind,
    name: row.name,
    inApp: row.inApp,
    macroF1: rounded(score.macroChiFemMal, 3),
    classes: Object.fromEntries(MEASURED_CLASSES.flatMap((name) => {
      const found = score.classes[name]
      if (found === undefined) return []
      return [[name, { f1: rounded(found.f1, 3), precision: rounded(found.precision, 3), recall: rounded(found.recall, 3) }] as const]
    })),
    counts: {
      ...countOf('adultWords', score.counts.adult_words, coverage.adult_words),
      ...countOf('childVocalizations', score.counts.child_vocalizations, coverage.child_vocalizations),
      ...countOf('conversationalTurns', score.counts.conversational_turns, coverage.conversational_turns),
    },
    realTimeFactor: rounded(evaluation.realTimeFactorOneCore, 4),
    memoryMib: rounded(evaluation.peakMemoryMib, 0),
  }
}

/** Nothing where no scene has a true count above 0. */
function countOf(
  name: keyof ResultsRow['counts'], score: z.infer<typeof countScoreSchema> | undefined, { inside, scenes }: z.infer<typeof coverageSchema>,
): Readonly<Record<string, CountError>> {
  if (score === undefined || score.medianAbsoluteRelativeError === null || score.bias === null) return {}
  return {
    [name]: {
      medianRelativeError: rounded(score.medianAbsoluteRelativeError, 3),
      bias: rounded(score.bias, 3),
      r: score.pearsonR === null ? null : rounded(score.pearsonR, 3),
      coverage: scenes === 0 ? null : rounded(inside / scenes, 3),
    },
  }
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
