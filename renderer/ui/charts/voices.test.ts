import { describe, expect, it } from 'vitest'
import { zeroSoundMs } from '../../../common/listening/metrics'
import { SOUND_TYPES } from '../../../common/listening/voice'
import { VOICES, VOICE_LOOKS, voiceMs } from './voices'

describe('voices', () => {
  it('are every sound but noise and silence, each once', () => {
    const sounds = VOICES.flatMap((voice) => VOICE_LOOKS[voice].sounds)
    expect([...sounds, 'NOI', 'SIL'].sort()).toEqual([...SOUND_TYPES].sort())
  })

  it('keep crying and laughing apart', () => {
    const soundMs = { ...zeroSoundMs(), KCHI: 1, CRY: 20, LAU: 300 }
    expect(['child', 'cry', 'laugh'].map((_, index) => voiceMs(soundMs, VOICES[index] ?? 'men'))).toEqual([1, 20, 300])
  })
})
