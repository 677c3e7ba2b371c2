import { z } from 'zod'

/** Numbers in the embedding of a voice, as the model of voice types gives it. */
export const EMBEDDING_LENGTH = 64

/** A voice as numbers. No sound can be made from it; it is biometric all the same: overwrite it with zeros when done. */
export const embeddingSchema = z.custom<Float32Array>(
  (value) => value instanceof Float32Array && value.length === EMBEDDING_LENGTH && value.every(Number.isFinite),
)

/**
 * Which child a child's voice is taken for. The sound alone tells that a child speaks, not which one.
 * - `only-child`: the key child (KCHI); with `olderApart` a voice that sounds like a child of eight years or more is another
 *   child's (OCH): for a key child who is younger than that;
 * - `children`: a child (CHI), and the numbers are those of all children together;
 * - `enrolled`: the nearest of the enrolled voices decides between the key child (KCHI) and another child (OCH);
 *   where that is not clear, CHI.
 */
export const childPolicySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('only-child'), olderApart: z.boolean() }),
  z.object({ kind: z.literal('children') }),
  z.object({ kind: z.literal('enrolled'), key: embeddingSchema, others: z.array(embeddingSchema) }),
])
export type ChildPolicy = z.infer<typeof childPolicySchema>
