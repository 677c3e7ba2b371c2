import type { TFunction } from 'i18next'
import type { SoundMs } from '../../../../common/listening/metrics'
import { VOICES, type Voice, voiceMs } from '../../../ui/charts/voices'
import type { Subject } from './children-counted'
import { voiceNames } from './ribbon-texts'

export interface SoundColumn {
  readonly key: Voice | 'noise' | 'silence'
  readonly name: string
  readonly ms: (soundMs: SoundMs) => number
}

/** What reads "0 s" is not worth a column. */
const LEAST_MS = 500

/** The table's columns in the order of the picture; voices that were never heard have none, but the child always has. */
export function soundColumns(t: TFunction<'speech'>, subject: Subject, rows: readonly { readonly soundMs: SoundMs }[]): readonly SoundColumn[] {
  const names = voiceNames(t, subject)
  const voices = VOICES.map((voice) => ({ key: voice, name: names[voice], ms: (soundMs: SoundMs) => voiceMs(soundMs, voice) }))
  return [
    ...voices.filter(({ key, ms }) => key === 'child' || rows.some(({ soundMs }) => ms(soundMs) >= LEAST_MS)),
    { key: 'noise', name: t('shares.noise'), ms: ({ NOI }) => NOI },
    { key: 'silence', name: t('shares.silence'), ms: ({ SIL }) => SIL },
  ]
}
