/**
 * Conversational English has about 1.5 syllables a word among adults (J. S. Yaruss, "Converting between word and syllable
 * counts in children's conversational speech samples", J. Fluency Disorders 25 (2000) 305–316, on earlier adult data).
 * For a family's language the main process says the number in its place.
 */
export const ENGLISH_SYLLABLES_PER_WORD = 1.5
