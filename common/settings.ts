import { z } from 'zod'
import { idSchema, languageSchema, spokenLanguageSchema, timeZoneSchema, type SpokenLanguage } from './household'

/** Minutes after local midnight. `end` may be 1440. Ranges of a day do not overlap and are sorted. */
export const hourRangeSchema = z
  .object({ startMinute: z.number().int().min(0).max(1439), endMinute: z.number().int().min(1).max(1440) })
  .refine((range) => range.startMinute < range.endMinute, 'a range must end after it starts')
  .readonly()

/** Seven lists, Monday first. An empty list means that day is off. */
export const weekHoursSchema = z.array(z.array(hourRangeSchema).max(6)).length(7).readonly()
export type WeekHours = z.infer<typeof weekHoursSchema>

export const familySettingsSchema = z
  .object({
    language: languageSchema,
    /** What is spoken at home most; words are counted by it. null = the language of the pages. */
    homeLanguage: spokenLanguageSchema.nullable(),
    theme: z.enum(['system', 'light', 'dark']),
    timeZone: timeZoneSchema,
    /** When the family's day starts, minutes after midnight (0 to 6:00). */
    dayStartMinute: z.number().int().min(0).max(360),
    /** Minutes without a key or pointer before the console locks itself. */
    idleLockMinutes: z.number().int().min(1).max(240),
    listening: z
      .object({
        /** The child whose surroundings are measured; null = none, listening is off. */
        childId: idSchema.nullable(),
        /** null = the system's default microphone. */
        deviceName: z.string().max(200).nullable(),
        hours: weekHoursSchema,
      })
      .readonly(),
  })
  .readonly()
export type FamilySettings = z.infer<typeof familySettingsSchema>

/** The language that words are counted by. */
export function homeLanguageOf({ homeLanguage, language }: FamilySettings): SpokenLanguage {
  return homeLanguage ?? language
}

export const settingsPatchSchema = familySettingsSchema.unwrap()
  .omit({ listening: true })
  .partial()
  .extend({ listening: familySettingsSchema.unwrap().shape.listening.unwrap().partial().optional() })
  .readonly()
export type SettingsPatch = z.infer<typeof settingsPatchSchema>
