import type { Migration } from '../migration'
import { audit } from './0001-audit'
import { family } from './0002-family'
import { consent } from './0003-consent'
import { speech } from './0004-speech'
import { pause } from './0005-pause'

/** Every step of the schema, oldest first. A released step is never edited, moved or removed. */
export const migrations: readonly Migration[] = [audit, family, consent, speech, pause]
