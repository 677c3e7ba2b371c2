import { z } from 'zod'

/**
 * What `npm run eval:publish` writes to `results.json`: the one place of these figures. The table in `models/README.md` and
 * "how this is counted" in the app are made from it.
 */

/**
 * What is scored, on 100 ms frames pooled over all scenes: CHI any child (crying and laughing merged into it), FEM women,
 * MAL men, SPEECH anybody, ELE TV, radio or toy, CRY and LAU crying and laughing by themselves.
 */
export const MEASURED_CLASSES = ['CHI', 'FEM', 'MAL', 'SPEECH', 'ELE', 'CRY', 'LAU'] as const
export type MeasuredClass = (typeof MEASURED_CLASSES)[number]

/** What is counted, compared by scene. */
export const MEASURED_COUNTS = ['adultWords', 'childVocalizations', 'conversationalTurns'] as const
export type MeasuredCount = (typeof MEASURED_COUNTS)[number]

const share = z.number().min(0).max(1)

/** How well a class is found; precision and recall are null where a row takes them from a publication without them. */
export const detectionSchema = z.object({ f1: share, precision: share.nullable(), recall: share.nullable() }).readonly()
export type Detection = z.infer<typeof detectionSchema>

export const countErrorSchema = z
  .object({
    /** Median over scenes of |found − true| / true. */
    medianRelativeError: z.number().nonnegative(),
    /** Found over true of all scenes together, minus 1: 0.1 is a tenth too many. */
    bias: z.number().min(-1),
    /** Pearson's correlation over scenes; null where one side does not vary. */
    r: z.number().min(-1).max(1).nullable(),
    /** Share of scenes whose true count lies within the 80 % interval; null where the row gives no intervals. */
    coverage: share.nullable(),
  })
  .readonly()
export type CountError = z.infer<typeof countErrorSchema>

export const resultsRowSchema = z
  .object({
    /** `yardstick`: somebody else's system or a trivial one; `baseline`: the acoustic rules; `model`: the trained model. */
    kind: z.enum(['yardstick', 'baseline', 'model']),
    /** The row's name in the table of `models/README.md`. */
    name: z.string().min(1),
    /** The row that the app runs. At most one of a set. */
    inApp: z.boolean(),
    /** Mean of the F1 of CHI, FEM and MAL. */
    macroF1: share,
    /** A class the system does not tell is left out. */
    classes: z.partialRecord(z.enum(MEASURED_CLASSES), detectionSchema).readonly(),
    /** A count the system does not give is left out. */
    counts: z.partialRecord(z.enum(MEASURED_COUNTS), countErrorSchema).readonly(),
    /** Seconds of computing for a second of sound on one core, the whole pipeline; null where not measured. */
    realTimeFactor: z.number().positive().nullable(),
    /** Most resident memory of the analysing process, which analyses nothing else, MiB; null where not measured. */
    memoryMib: z.number().positive().nullable(),
  })
  .readonly()
export type ResultsRow = z.infer<typeof resultsRowSchema>

/** Rows of the same scenes, measured in one run; yardsticks came with the scenes. */
export const resultsSetSchema = z
  .object({
    name: z.string().min(1),
    measuredOn: z.iso.date(),
    /** Simulated scenes of recorded voices, none of them heard in training. */
    scenes: z.number().int().positive(),
    /** Length of all scenes together. */
    seconds: z.number().positive(),
    rows: z.array(resultsRowSchema).min(1).readonly(),
  })
  .readonly()
  .refine(({ rows }) => rows.filter(({ inApp }) => inApp).length <= 1, 'only one row can be what the app runs')
export type ResultsSet = z.infer<typeof resultsSetSchema>

/** The first set is the one that the app shows. */
export const resultsSchema = z.object({ version: z.literal(1), sets: z.tuple([resultsSetSchema], resultsSetSchema).readonly() }).readonly()
export type Results = z.infer<typeof resultsSchema>
