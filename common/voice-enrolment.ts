import { z } from 'zod'
import { idSchema } from './household'

/** How much of a child's voice an enrolment rests on, seconds. */
export const ENROLMENT_SECONDS = 30
/** Longest time in which these are waited for, seconds. */
export const ENROLMENT_LIMIT_SECONDS = 180

/** What keeps the child's voice from being heard clearly at the moment. */
export const ENROLMENT_HINTS = ['too-quiet', 'adult-talking', 'electronic', 'no-child'] as const
export const enrolmentHintSchema = z.enum(ENROLMENT_HINTS)
export type EnrolmentHint = z.infer<typeof enrolmentHintSchema>

/** Why an enrolment ended without a result. */
export const ENROLMENT_FAILURES = [
  /** The time was over before enough was heard. */
  'too-little-voice',
  'microphone-lost',
  /** The model of voice types is missing or not the known one. */
  'no-model',
  'listener-crashed',
  /** Heard, but it could not be stored. */
  'not-stored',
  /** Consent was withdrawn, listening paused, or the screen locked meanwhile. */
  'stopped',
] as const
export const enrolmentFailureSchema = z.enum(ENROLMENT_FAILURES)
export type EnrolmentFailure = z.infer<typeof enrolmentFailureSchema>

/** An enrolled voice as windows are told of it: that it is there and how good it is, never its numbers. */
export const enrolledVoiceSchema = z
  .object({
    childId: idSchema,
    /** UTC milliseconds. */
    enrolledAt: z.number().int(),
    /** Seconds of the child's voice behind it. */
    seconds: z.number(),
    /** `mixed`: its pieces sounded unlike each other, as when two children spoke in turn. */
    quality: z.enum(['clear', 'mixed']),
    /** False when another model made it: it is not used, and the voice has to be enrolled again. */
    isCurrent: z.boolean(),
    /** Another enrolled child whose voice is so alike that the listener will often be unsure; null when there is none. */
    resemblesChildId: idSchema.nullable(),
  })
  .readonly()
export type EnrolledVoice = z.infer<typeof enrolledVoiceSchema>

/** The enrolment that runs, or how the last one ended. */
export const enrolmentRunSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('idle') }),
  z.object({
    state: z.literal('running'),
    childId: idSchema,
    /** False until the microphone is open. */
    isOpen: z.boolean(),
    heardSeconds: z.number(),
    elapsedSeconds: z.number(),
    levelDbfs: z.number().nullable(),
    hint: enrolmentHintSchema.nullable(),
  }),
  z.object({ state: z.literal('done'), childId: idSchema }),
  z.object({ state: z.literal('failed'), childId: idSchema, reason: enrolmentFailureSchema, heardSeconds: z.number() }),
])
export type EnrolmentRun = z.infer<typeof enrolmentRunSchema>

export const enrolmentOverviewSchema = z
  .object({
    /** Whether the model that hears voices is part of this installation. */
    hasModel: z.boolean(),
    voices: z.array(enrolledVoiceSchema),
    run: enrolmentRunSchema,
  })
  .readonly()
export type EnrolmentOverview = z.infer<typeof enrolmentOverviewSchema>
