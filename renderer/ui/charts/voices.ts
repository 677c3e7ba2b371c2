import type { SoundMs } from '../../../common/listening/metrics'
import type { SoundType } from '../../../common/listening/voice'

/**
 * Who can be heard, in the order in which every chart stacks and lists them, from the bottom up. `someChild` is a child
 * of whom it is not known which one it is.
 */
export const VOICES = ['child', 'cry', 'laugh', 'someChild', 'otherChild', 'women', 'men', 'overlap', 'electronic'] as const
export type Voice = (typeof VOICES)[number]

/** A voice's texture, for eyes that do not tell its colour from its neighbour's. */
export type Texture = 'plain' | 'dots' | 'stripes' | 'bars' | 'checks' | 'crosses'

interface VoiceLook {
  readonly sounds: readonly SoundType[]
  /** CSS colour; the same voice has the same one in every chart. */
  readonly colour: string
  readonly texture: Texture
  /** CSS colour of the texture's marks, where the card's would not be seen on it. */
  readonly marks?: string
}

export const VOICE_LOOKS: Readonly<Record<Voice, VoiceLook>> = {
  child: { sounds: ['KCHI'], colour: 'var(--voice-child)', texture: 'plain' },
  cry: { sounds: ['CRY'], colour: 'var(--voice-cry)', texture: 'dots' },
  laugh: { sounds: ['LAU'], colour: 'var(--voice-laugh)', texture: 'bars', marks: 'var(--voice-child)' },
  someChild: { sounds: ['CHI'], colour: 'var(--voice-some-child)', texture: 'crosses' },
  otherChild: { sounds: ['OCH'], colour: 'var(--voice-other-child)', texture: 'stripes' },
  women: { sounds: ['FEM'], colour: 'var(--voice-women)', texture: 'plain' },
  men: { sounds: ['MAL'], colour: 'var(--voice-men)', texture: 'bars' },
  overlap: { sounds: ['OLN'], colour: 'var(--voice-overlap)', texture: 'checks' },
  electronic: { sounds: ['ELE'], colour: 'var(--voice-electronic)', texture: 'dots' },
}

/** Milliseconds in which this voice was heard. */
export function voiceMs(soundMs: SoundMs, voice: Voice): number {
  return VOICE_LOOKS[voice].sounds.reduce((sum, sound) => sum + soundMs[sound], 0)
}
