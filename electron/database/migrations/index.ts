import type { Migration } from '../migration'
import { audit } from './0001-audit'
import { household } from './0002-household'
import { children } from './0003-children'
import { consent } from './0004-consent'
import { settings } from './0005-settings'
import { speech } from './0006-speech'
import { unknownChild } from './0007-unknown-child'
import { voicePrints } from './0008-voice-prints'

/** Every step of the schema, oldest first. A released step is never edited, moved or removed. */
export const migrations: readonly Migration[] = [
  audit,
  household,
  children,
  consent,
  settings,
  speech,
  unknownChild,
  voicePrints,
]
