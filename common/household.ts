import { z } from 'zod'

export const ADULT_ROLES = ['owner', 'parent', 'caregiver'] as const
export type AdultRole = (typeof ADULT_ROLES)[number]

/** A local calendar day in the family's time zone, counted from the family's start of day. */
export const localDaySchema = z.iso.date()
export type LocalDay = string

export const idSchema = z.uuid()

const nameSchema = z.string().trim().min(1).max(60)

/** At least ten characters; no composition rules (NIST SP 800-63B). */
export const passwordSchema = z.string().min(10).max(256)

export const LANGUAGES = ['en', 'es'] as const
export const languageSchema = z.enum(LANGUAGES)
export type Language = z.infer<typeof languageSchema>

/** A language spoken at home: its primary subtag (BCP 47), `und` for one that is in no list. */
export const spokenLanguageSchema = z.string().regex(/^[a-z]{2,3}$/)
export type SpokenLanguage = z.infer<typeof spokenLanguageSchema>

/** IANA name that this runtime knows. */
export const timeZoneSchema = z.string().max(64).refine(isTimeZone, 'unknown time zone')

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

export const adultSchema = z.object({ id: idSchema, name: nameSchema, role: z.enum(ADULT_ROLES) }).readonly()
export type Adult = z.infer<typeof adultSchema>

/** Pictures a child can be known by; drawn in `renderer/ui/animals`. */
export const ANIMALS = ['owl', 'fox', 'bear', 'rabbit', 'hedgehog', 'frog', 'cat', 'whale'] as const
export const animalSchema = z.enum(ANIMALS)
export type Animal = z.infer<typeof animalSchema>

/** What a parent may tell about a child: a first name or nickname and a birth month, nothing that identifies it. */
export const childInputSchema = z
  .object({
    name: nameSchema,
    /** Day or month of birth, `YYYY-MM-DD` or `YYYY-MM`; not in the future, not over 18 years ago (checked by the service). */
    birthDate: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/),
    animal: animalSchema,
  })
  .readonly()
export type ChildInput = z.infer<typeof childInputSchema>

export const childSchema = childInputSchema.unwrap().extend({
  id: idSchema,
  createdAt: z.number().int(),
  archivedAt: z.number().int().nullable(),
}).readonly()
export type Child = z.infer<typeof childSchema>

export const createHouseholdSchema = z
  .object({
    householdName: nameSchema,
    ownerName: nameSchema,
    password: passwordSchema,
    timeZone: timeZoneSchema,
    language: languageSchema,
  })
  .readonly()
export type CreateHousehold = z.infer<typeof createHouseholdSchema>
