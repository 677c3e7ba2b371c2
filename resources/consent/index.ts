import { z } from 'zod'
import { consentTextSchema, type ConsentText } from '../../common/consent'
import listeningEn from './listening.en.json' with { type: 'json' }
import listeningEs from './listening.es.json' with { type: 'json' }
import voiceEnrolmentEn from './voice-enrolment.en.json' with { type: 'json' }
import voiceEnrolmentEs from './voice-enrolment.es.json' with { type: 'json' }

/**
 * The current consent texts. Whoever changes what a text says gives it a new version, in all languages: consents
 * already given name the version that was read.
 */
export const consentTexts: readonly ConsentText[] = z
  .array(consentTextSchema)
  .parse([listeningEn, listeningEs, voiceEnrolmentEn, voiceEnrolmentEs])
