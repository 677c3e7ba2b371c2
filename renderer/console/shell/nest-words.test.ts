import { describe, expect, it } from 'vitest'
import { type ListeningStatus, listeningStatusSchema } from '../../../common/speech'
import { nestPage, nestState, nestWord } from './nest-words'

const status = (state: ListeningStatus['state'], reason: ListeningStatus['reason']): ListeningStatus =>
  listeningStatusSchema.parse({ state, reason, childId: null, pausedUntil: null, since: 0, deviceName: null, childrenCounted: null, typer: null, restarts: 0 })

describe('the microphone in words', () => {
  it('says what it does, or why it does not', () => {
    expect(nestWord(status('listening', null))).toBe('listening')
    expect(nestWord(status('paused', 'paused'))).toBe('paused')
    expect(nestWord(status('off', 'no-consent'))).toBe('no-consent')
    expect(nestWord(status('off', null))).toBe('off')
    expect(nestWord(status('lost', null))).toBe('microphone-lost')
    expect(nestWord(status('lost', 'listener-crashed'))).toBe('listener-crashed')
  })

  it('is an open nest only while sound is analysed', () => {
    expect((['off', 'starting', 'listening', 'paused', 'lost'] as const).filter((state) => nestState(status(state, null)) === 'open')).toEqual(['listening'])
  })

  it('leads to the page where something can be done', () => {
    expect(nestPage('no-consent')).toBe('/children')
    expect(nestPage('outside-hours')).toBe('/settings')
    expect(nestPage('listening')).toBeNull()
  })
})
