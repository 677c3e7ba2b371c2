import type { SpeechTotals } from '../../../../common/listening/metrics'

/** Under this much listening a number for the day would say more about the microphone than about the talk. */
export const LITTLE_LISTENING_MS = 10 * 60_000

/**
 * Which honest sentence a day has:
 * `none` nothing was listened to · `little` too short to speak of a day · `silent` listened, and no adult was heard ·
 * `full` words near the child.
 */
export type DaySentence = 'none' | 'little' | 'silent' | 'full'

export function daySentence({ listenedMs, adultWords }: SpeechTotals): DaySentence {
  if (listenedMs <= 0) return 'none'
  if (listenedMs < LITTLE_LISTENING_MS) return 'little'
  return Math.round(adultWords.value) === 0 ? 'silent' : 'full'
}

/** What picks a text's singular or plural: languages here know one and many, whatever the size. */
export function pluralOf(value: number): 1 | 2 {
  return Math.round(value) === 1 ? 1 : 2
}
