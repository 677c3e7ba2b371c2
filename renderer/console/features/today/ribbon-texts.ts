import type { TFunction } from 'i18next'
import type { RibbonLayout, RibbonSlot } from '../../../ui/charts/ribbon-layout'
import { isGap } from '../../../ui/charts/ribbon-layout'
import type { RibbonTexts } from '../../../ui/charts/ribbon-picture'
import { VOICES, type Voice, voiceMs } from '../../../ui/charts/voices'
import type { Format } from '../../format/format'
import type { Subject } from './children-counted'

type SpeechTexts = TFunction<'speech'>

export function voiceNames(t: SpeechTexts, subject: Subject): Readonly<Record<Voice, string>> {
  return {
    child: subject.counted === 'all' ? t('voices.children') : t('voices.child', { name: subject.childName }),
    cry: t('voices.cry'),
    laugh: t('voices.laugh'),
    someChild: t('voices.someChild'),
    otherChild: t('voices.otherChild'),
    women: t('voices.women'),
    men: t('voices.men'),
    overlap: t('voices.overlap'),
    electronic: t('voices.electronic'),
  }
}

export function ribbonTexts(t: SpeechTexts, format: Format, subject: Subject, layout: RibbonLayout): RibbonTexts {
  return {
    voices: voiceNames(t, subject),
    top: t('ribbon.top', { duration: format.duration(layout.topMs) }),
    gap: t('ribbon.gap'),
    wholeDay: t('ribbon.wholeDay'),
    clock: format.clock,
    duration: format.duration,
  }
}

/** One bin in words: when, who spoke how long, how many words. */
export function describeSlot(t: SpeechTexts, format: Format, subject: Subject, { bin, stack }: RibbonSlot): string {
  const when = { from: format.clock(bin.startedAt), to: format.clock(bin.endedAt) }
  if (isGap(bin)) return t('ribbon.gapAt', when)
  // Voices under half a second would read "0 s".
  const heard = VOICES.filter((voice) => stack.some((part) => part.voice === voice) && voiceMs(bin.soundMs, voice) >= 500)
  if (heard.length === 0) return t('ribbon.quietAt', when)
  const names = voiceNames(t, subject)
  const voices = heard.map((voice) => t('ribbon.voiceFor', { voice: names[voice], duration: format.duration(voiceMs(bin.soundMs, voice)) }))
  return t('ribbon.slotAt', { ...when, voices: voices.join(', '), words: format.about(bin.adultWords.value), range: format.range(bin.adultWords) })
}

