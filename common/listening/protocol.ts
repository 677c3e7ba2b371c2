import { z } from 'zod'
import { enrolmentHintSchema } from '../voice-enrolment'
import { childPolicySchema, embeddingSchema } from './child-policy'
import { binSchema } from './metrics'

/**
 * What the main process and the listener say to each other over the utility process's message port.
 * Nothing here can carry audio: the listener's messages are numbers and short fixed words only.
 */

/** Main → listener. */
export const listenerCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('list-devices') }),
  /** Measure. `deviceName` null means the system's default microphone. */
  z.object({
    type: z.literal('start'),
    deviceName: z.string().nullable(),
    /** Default: an only child. */
    childPolicy: childPolicySchema.optional(),
    /** Mean syllables of a word in the family's language; default: English. */
    syllablesPerWord: z.number().min(1).max(5).optional(),
  }),
  /** Only the level meter runs; nothing is measured, no bins come. */
  z.object({ type: z.literal('test'), deviceName: z.string().nullable() }),
  /** Only a child's voice is listened for, to know it again; nothing is measured. Ends by itself with `enrolled` or `enrol-failed`. */
  z.object({ type: z.literal('enrol'), deviceName: z.string().nullable() }),
  /** Close the current bin, send it, zero the ring buffer and free the microphone; answered by `stopped`. */
  z.object({ type: z.literal('stop') }),
])
export type ListenerCommand = z.infer<typeof listenerCommandSchema>

export const GAP_REASONS = ['microphone-lost', 'asleep', 'listener-down'] as const

export const TYPERS = ['voice-types', 'acoustic-baseline'] as const

/** Listener → main. */
export const listenerMessageSchema = z.discriminatedUnion('type', [
  /** `typer`: what tells the voices apart, the trained model or, where its file is missing or not the known one, the baseline. */
  z.object({ type: z.literal('ready'), vadModel: z.string(), typer: z.enum(TYPERS) }),
  z.object({ type: z.literal('devices'), devices: z.array(z.string()) }),
  z.object({ type: z.literal('started'), deviceName: z.string(), mode: z.enum(['measure', 'test', 'enrol']) }),
  /** About ten a second while the microphone is open. */
  z.object({
    type: z.literal('level'),
    rmsDbfs: z.number(),
    peakDbfs: z.number(),
    speechProbability: z.number().min(0).max(1),
  }),
  /** A bin: every few seconds while it fills (`final` false, same `startedAt`), and once complete (`final` true). */
  z.object({ type: z.literal('bin'), bin: binSchema, final: z.boolean() }),
  /** A stretch that could not be heard; already counted in the bins' `gapMs`. Times are UTC milliseconds. */
  z.object({
    type: z.literal('gap'),
    startedAt: z.number().int(),
    endedAt: z.number().int(),
    reason: z.enum(GAP_REASONS),
  }),
  /** The microphone went away; the listener keeps trying to open it again. */
  z.object({ type: z.literal('microphone-lost') }),
  /** About five a second during an enrolment. */
  z.object({
    type: z.literal('enrol-progress'),
    /** The child's voice alone, and the time since the microphone opened, seconds. */
    heardSeconds: z.number().nonnegative(),
    elapsedSeconds: z.number().nonnegative(),
    levelDbfs: z.number(),
    hint: enrolmentHintSchema.nullable(),
  }),
  /** Enough was heard. The only message that holds a voice: 64 numbers of length 1. */
  z.object({
    type: z.literal('enrolled'),
    embedding: embeddingSchema,
    seconds: z.number().positive(),
    /** Mean likeness (cosine) of the pieces to the whole. */
    steadiness: z.number().min(-1).max(1),
  }),
  z.object({
    type: z.literal('enrol-failed'),
    reason: z.enum(['too-little-voice', 'microphone-lost', 'no-model']),
    heardSeconds: z.number().nonnegative(),
  }),
  z.object({ type: z.literal('stopped') }),
  /** Something the listener cannot mend itself. It exits after this. */
  z.object({ type: z.literal('failed'), code: z.enum(['model-refused', 'internal']), message: z.string() }),
])
export type ListenerMessage = z.infer<typeof listenerMessageSchema>
