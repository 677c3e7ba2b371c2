import { type SoundMs, zeroSoundMs } from '../../../../common/listening/metrics'
import { SOUND_TYPES } from '../../../../common/listening/voice'
import { type Voice, voiceMs } from '../../../ui/charts/voices'
import type { ListenedPeriod } from './trend-points'

const HOUR_MS = 3_600_000

/** Milliseconds of each sound in an hour of listening, so that a long day can be set beside a short one. Null without any. */
export function soundRates(soundMs: SoundMs, listenedMs: number): SoundMs | null {
  if (listenedMs <= 0) return null
  const rates = zeroSoundMs()
  for (const type of SOUND_TYPES) rates[type] = (soundMs[type] * HOUR_MS) / listenedMs
  return rates
}

/** All that was heard in the periods together, and for how long they were listened to. */
export function heardTogether(periods: readonly ListenedPeriod[]): { readonly soundMs: SoundMs; readonly listenedMs: number } {
  const soundMs = zeroSoundMs()
  let listenedMs = 0
  for (const { totals } of periods) {
    if (totals === null) continue
    listenedMs += totals.listenedMs
    for (const type of SOUND_TYPES) soundMs[type] += totals.soundMs[type]
  }
  return { soundMs, listenedMs }
}

export function voicesOf(soundMs: SoundMs): Readonly<Record<Voice, number>> {
  const ms = (voice: Voice) => voiceMs(soundMs, voice)
  return {
    child: ms('child'),
    cry: ms('cry'),
    laugh: ms('laugh'),
    someChild: ms('someChild'),
    otherChild: ms('otherChild'),
    women: ms('women'),
    men: ms('men'),
    overlap: ms('overlap'),
    electronic: ms('electronic'),
  }
}
