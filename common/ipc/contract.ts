import { z } from 'zod'
import { appStateSchema, auditEntrySchema, dataInfoSchema } from '../app-state'
import { consentPurposeSchema, consentRecordSchema, consentTextSchema } from '../consent'
import {
  adultSchema,
  childInputSchema,
  childSchema,
  createHouseholdSchema,
  idSchema,
  languageSchema,
  localDaySchema,
  passwordSchema,
} from '../household'
import { familySettingsSchema, settingsPatchSchema } from '../settings'
import {
  levelSchema,
  listeningStatusSchema,
  speechDaySchema,
  speechHourSchema,
  speechPeriodSchema,
} from '../speech'
import { enrolmentOverviewSchema, enrolmentRunSchema } from '../voice-enrolment'
import { channel, type WindowKind } from './define'

const nothing = z.undefined()
const CONSOLE = ['console'] as const
const ANY = ['console', 'kiosk'] as const

const typedPassword = z.string().min(1).max(256)
const typedCode = z.string().min(1).max(100)
const dayRange = z.object({ childId: idSchema, from: localDaySchema, to: localDaySchema })

/** The single list of what a window can ask of the main process. */
export const contract = {
  // --- where the app stands -------------------------------------------------
  'app.state': channel({ windows: CONSOLE, role: 'none', input: nothing, output: appStateSchema }),
  'app.quit': channel({ windows: CONSOLE, role: 'none', input: nothing, output: nothing }),

  // --- household, keys and sessions -------------------------------------------
  'household.create': channel({
    windows: CONSOLE,
    role: 'none',
    input: createHouseholdSchema,
    output: z.object({ recoveryCode: z.string() }),
  }),
  'session.signIn': channel({
    windows: CONSOLE,
    role: 'none',
    input: z.object({ adultId: idSchema, password: typedPassword }),
    output: adultSchema,
  }),
  /** Opens the file when no keychain does, and signs in the adult whose password it is. */
  'session.unlock': channel({
    windows: CONSOLE,
    role: 'none',
    input: z.object({ password: typedPassword }),
    output: adultSchema,
  }),
  /** Opens the file with the printed code and gives the owner a new password. */
  'session.recover': channel({
    windows: CONSOLE,
    role: 'none',
    input: z.object({ recoveryCode: typedCode, newPassword: passwordSchema }),
    output: adultSchema,
  }),
  'session.signOut': channel({ windows: CONSOLE, role: 'caregiver', input: nothing, output: nothing }),
  /** Keys and pointer moved; puts the idle lock off. */
  'session.touch': channel({ windows: CONSOLE, role: 'caregiver', input: nothing, output: nothing }),
  'session.changePassword': channel({
    windows: CONSOLE,
    role: 'caregiver',
    input: z.object({ currentPassword: typedPassword, newPassword: passwordSchema }),
    output: nothing,
  }),
  'recovery.confirmSaved': channel({ windows: CONSOLE, role: 'owner', input: nothing, output: nothing }),
  'recovery.renew': channel({
    windows: CONSOLE,
    role: 'owner',
    input: z.object({ password: typedPassword }),
    output: z.object({ recoveryCode: z.string() }),
  }),
  /** Opens the system's print dialog with the recovery sheet; the code never touches a file of ours. */
  'recovery.print': channel({
    windows: CONSOLE,
    role: 'owner',
    input: z.object({ recoveryCode: typedCode }),
    output: z.object({ printed: z.boolean() }),
  }),

  // --- children and consent -------------------------------------------------
  'children.list': channel({
    windows: CONSOLE,
    role: 'caregiver',
    input: z.object({ includeArchived: z.boolean() }),
    output: z.array(childSchema),
  }),
  'children.create': channel({ windows: CONSOLE, role: 'parent', input: childInputSchema, output: childSchema }),
  'children.update': channel({
    windows: CONSOLE,
    role: 'parent',
    input: z.object({ id: idSchema, child: childInputSchema }),
    output: childSchema,
  }),
  'children.setArchived': channel({
    windows: CONSOLE,
    role: 'parent',
    input: z.object({ id: idSchema, archived: z.boolean() }),
    output: childSchema,
  }),
  'consent.text': channel({
    windows: CONSOLE,
    role: 'caregiver',
    input: z.object({ purpose: consentPurposeSchema, language: languageSchema }),
    output: consentTextSchema,
  }),
  'consent.list': channel({
    windows: CONSOLE,
    role: 'caregiver',
    input: z.object({ childId: idSchema }),
    output: z.array(consentRecordSchema),
  }),
  'consent.give': channel({
    windows: CONSOLE,
    role: 'parent',
    input: z.object({
      childId: idSchema,
      purpose: consentPurposeSchema,
      textVersion: z.string().max(40),
      language: languageSchema,
    }),
    output: consentRecordSchema,
  }),
  'consent.withdraw': channel({
    windows: CONSOLE,
    role: 'parent',
    input: z.object({ childId: idSchema, purpose: consentPurposeSchema }),
    output: consentRecordSchema,
  }),

  // --- listening -------------------------------------------------------------
  'listening.status': channel({ windows: ANY, role: 'none', input: nothing, output: listeningStatusSchema }),
  /** Anyone in the room may pause; `forMinutes` null means until somebody resumes. */
  'listening.pause': channel({
    windows: ANY,
    role: 'none',
    input: z.object({ forMinutes: z.number().int().min(1).max(1440).nullable() }),
    output: listeningStatusSchema,
  }),
  'listening.resume': channel({ windows: CONSOLE, role: 'parent', input: nothing, output: listeningStatusSchema }),
  'listening.devices': channel({
    windows: CONSOLE,
    role: 'parent',
    input: nothing,
    output: z.array(z.string()),
  }),
  /** Level meter for a microphone; measures and keeps nothing. Ends by itself after a minute. */
  'listening.startTest': channel({
    windows: CONSOLE,
    role: 'parent',
    input: z.object({ deviceName: z.string().max(200).nullable() }),
    output: nothing,
  }),
  'listening.stopTest': channel({ windows: CONSOLE, role: 'parent', input: nothing, output: nothing }),

  // --- a child's voice ----------------------------------------------------------
  /** Which voices are enrolled and whether one is being enrolled now. The numbers of a voice are in no answer. */
  'enrolment.overview': channel({ windows: CONSOLE, role: 'caregiver', input: nothing, output: enrolmentOverviewSchema }),
  /** Listens for this child's voice, in place of measuring; `enrolment.changed` tells how it goes. */
  'enrolment.start': channel({ windows: CONSOLE, role: 'parent', input: z.object({ childId: idSchema }), output: nothing }),
  'enrolment.cancel': channel({ windows: CONSOLE, role: 'parent', input: nothing, output: nothing }),
  'enrolment.erase': channel({ windows: CONSOLE, role: 'parent', input: z.object({ childId: idSchema }), output: nothing }),

  // --- speech ------------------------------------------------------------------
  /** `localDay` null = the family's today. */
  'speech.day': channel({
    windows: CONSOLE,
    role: 'caregiver',
    input: z.object({ childId: idSchema, localDay: localDaySchema.nullable() }),
    output: speechDaySchema,
  }),
  /** Periods that touch the range, oldest first; the range spans at most six years. */
  'speech.periods': channel({
    windows: CONSOLE,
    role: 'caregiver',
    input: dayRange.extend({ by: z.enum(['day', 'week', 'month']) }),
    output: z.array(speechPeriodSchema),
  }),
  /** Hours with listening in a range of at most 62 days, for the heat map. */
  'speech.hours': channel({ windows: CONSOLE, role: 'caregiver', input: dayRange, output: z.array(speechHourSchema) }),

  // --- settings and data -------------------------------------------------------
  'settings.get': channel({ windows: CONSOLE, role: 'caregiver', input: nothing, output: familySettingsSchema }),
  'settings.update': channel({
    windows: CONSOLE,
    role: 'parent',
    input: settingsPatchSchema,
    output: familySettingsSchema,
  }),
  'data.info': channel({ windows: CONSOLE, role: 'parent', input: nothing, output: dataInfoSchema }),
  'data.openFolder': channel({ windows: CONSOLE, role: 'none', input: nothing, output: nothing }),
  'data.backUpNow': channel({
    windows: CONSOLE,
    role: 'parent',
    input: nothing,
    output: z.object({ name: z.string(), bytes: z.number().int() }),
  }),
  'audit.recent': channel({
    windows: CONSOLE,
    role: 'parent',
    input: z.object({ limit: z.number().int().min(1).max(500) }),
    output: z.array(auditEntrySchema),
  }),
  'audit.verify': channel({
    windows: CONSOLE,
    role: 'parent',
    input: nothing,
    output: z.object({ entries: z.number().int(), firstBroken: z.number().int().nullable() }),
  }),

  // --- reports -----------------------------------------------------------------
  /** Saves the one-page PDF of a day where the parent says; `saved` false when the dialog was closed. */
  'reports.saveDayPdf': channel({
    windows: CONSOLE,
    role: 'caregiver',
    input: z.object({ childId: idSchema, localDay: localDaySchema }),
    output: z.object({ saved: z.boolean() }),
  }),

  // --- kiosk -------------------------------------------------------------------
  /** Signs the adult out and hands the screen to the child. */
  'kiosk.open': channel({ windows: CONSOLE, role: 'parent', input: nothing, output: nothing }),
  /** The child's side of the parents' door: opens the exit window, nothing else. */
  'kiosk.requestExit': channel({ windows: ['kiosk'], role: 'none', input: nothing, output: nothing }),
  /** From the exit window (console's look and kind): ends the kiosk with an adult's password. */
  'kiosk.exit': channel({
    windows: CONSOLE,
    role: 'none',
    input: z.object({ password: typedPassword }),
    output: nothing,
  }),
  'kiosk.cancelExit': channel({ windows: CONSOLE, role: 'none', input: nothing, output: nothing }),
} as const

export type Contract = typeof contract
export type ChannelName = keyof Contract
export const CHANNEL_NAMES = Object.keys(contract) as readonly ChannelName[] // true: the object's own keys are the type's

export type ChannelInput<Name extends ChannelName> = z.output<Contract[Name]['input']>
export type ChannelOutput<Name extends ChannelName> = z.output<Contract[Name]['output']>

/** The channels that a kind of window may call. */
export type ChannelsOf<Kind extends WindowKind> = {
  [Name in ChannelName]: Kind extends Contract[Name]['windows'][number] ? Name : never
}[ChannelName]

/** What main tells windows without being asked: payload schema and the kinds that hear it. */
export const events = {
  'app.stateChanged': { payload: nothing, windows: CONSOLE },
  'listening.statusChanged': { payload: listeningStatusSchema, windows: ANY },
  'listening.level': { payload: levelSchema, windows: CONSOLE },
  /** About five times a second while a voice is being enrolled, and when that begins and ends. */
  'enrolment.changed': { payload: enrolmentRunSchema, windows: CONSOLE },
  /** Stored speech numbers changed; queries should be made again. */
  'speech.updated': { payload: z.object({ childId: idSchema }), windows: CONSOLE },
  'settings.changed': { payload: familySettingsSchema, windows: CONSOLE },
} as const

export type EventName = keyof typeof events
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]['payload']>
export type EventsOf<Kind extends WindowKind> = {
  [Name in EventName]: Kind extends (typeof events)[Name]['windows'][number] ? Name : never
}[EventName]
