import type { SpeechDay } from '../../../../common/speech'
import { type ChildrenCounted, soundsAsCounted } from './children-counted'

/** A day whose sounds are those that its numbers are about, see {@link soundsAsCounted}. */
export function dayAsCounted(day: SpeechDay, counted: ChildrenCounted): SpeechDay {
  const asCounted = <Part extends { readonly soundMs: SpeechDay['totals']['soundMs'] }>(part: Part): Part => ({
    ...part,
    soundMs: soundsAsCounted(part.soundMs, counted),
  })
  return { ...day, totals: asCounted(day.totals), bins: day.bins.map(asCounted) }
}
