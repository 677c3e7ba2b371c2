import { z } from 'zod'
import { idSchema, languageSchema } from './household'

/**
 * What a consent allows. Others join with their features. `voice-enrolment`: keeping a child's voice as numbers, so that
 * the listener can tell it from another child's.
 */
export const CONSENT_PURPOSES = ['listening', 'voice-enrolment'] as const
export const consentPurposeSchema = z.enum(CONSENT_PURPOSES)
export type ConsentPurpose = z.infer<typeof consentPurposeSchema>

/** A versioned consent text, from `resources/consent`. */
export const consentTextSchema = z
  .object({
    purpose: consentPurposeSchema,
    version: z.string(),
    language: languageSchema,
    title: z.string(),
    paragraphs: z.array(z.string()),
  })
  .readonly()
export type ConsentText = z.infer<typeof consentTextSchema>

/** The last decision about one child and one purpose. `withdrawnAt` null means that it stands. */
export const consentRecordSchema = z
  .object({
    id: idSchema,
    childId: idSchema,
    purpose: consentPurposeSchema,
    textVersion: z.string(),
    language: languageSchema,
    givenByName: z.string(),
    givenAt: z.number().int(),
    withdrawnAt: z.number().int().nullable(),
  })
  .readonly()
export type ConsentRecord = z.infer<typeof consentRecordSchema>
