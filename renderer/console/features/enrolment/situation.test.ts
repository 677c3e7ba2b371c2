import { describe, expect, it } from 'vitest'
import type { EnrolledVoice, EnrolmentRun } from '../../../../common/voice-enrolment'
import { type Facts, situationOf } from './situation'

const READY: Facts = {
  childId: 'a',
  children: 2,
  hasModel: true,
  microphones: 1,
  listening: 'listening',
  consentStands: true,
  voice: null,
  run: { state: 'idle' },
}

const running = (childId: string): EnrolmentRun => ({
  state: 'running', childId, isOpen: true, heardSeconds: 3, elapsedSeconds: 4, levelDbfs: -30, hint: null,
})
const voice: EnrolledVoice = { childId: 'a', enrolledAt: 1, seconds: 30, quality: 'clear', isCurrent: true, resemblesChildId: null }

describe('the page of a child’s voice', () => {
  it.each([
    ['ready', {}],
    ['ready', { microphones: null }],
    ['ready', { run: { state: 'failed', childId: 'a', reason: 'stopped', heardSeconds: 0 } }],
    ['running', { run: running('a'), consentStands: false, hasModel: false }],
    ['other-child', { run: running('b') }],
    ['only-child', { children: 1, consentStands: false }],
    ['ready', { children: 1, voice }],
    ['consent', { consentStands: false, hasModel: false }],
    ['no-model', { hasModel: false, microphones: 0 }],
    ['no-microphone', { microphones: 0, listening: 'paused' }],
    ['paused', { listening: 'paused' }],
    ['ready', { listening: 'off' }],
  ] as const satisfies readonly (readonly [string, Partial<Facts>])[])('%s: %j', (situation, change) => {
    expect(situationOf({ ...READY, ...change })).toBe(situation)
  })
})
