import { describe, expect, it } from 'vitest'
import { zeroSoundMs } from '../../../../common/listening/metrics'
import { childrenCountedIn, soundsAsCounted, unsureShare } from './children-counted'

const sounds = (change: Partial<ReturnType<typeof zeroSoundMs>>) => ({ ...zeroSoundMs(), FEM: 500, ...change })

describe('whose numbers they are', () => {
  it.each([
    ['nobody', {}, 'one'],
    ['an only child', { KCHI: 10 }, 'one'],
    ['several, nobody enrolled', { CHI: 10 }, 'all'],
    ['a known child and an unclear voice', { KCHI: 10, CHI: 10 }, 'enrolled'],
    ['another child', { OCH: 10 }, 'enrolled'],
  ] as const)('%s', (_name, change, counted) => {
    expect(childrenCountedIn(sounds(change))).toBe(counted)
  })

  it('leaves what the sounds leave open to how children are counted now', () => {
    expect(childrenCountedIn(sounds({}), 'all')).toBe('all')
    expect(childrenCountedIn(sounds({ KCHI: 1 }), 'all')).toBe('one')
    expect(childrenCountedIn(sounds({ KCHI: 1, CHI: 1 }), 'all')).toBe('all')
    expect(childrenCountedIn(sounds({ CHI: 1 }), 'enrolled')).toBe('enrolled')
    expect(childrenCountedIn(sounds({ OCH: 1 }), 'one')).toBe('enrolled')
  })

  it('adds a child not known which to the children, never to an enrolled child', () => {
    const heard = sounds({ KCHI: 100, CHI: 20, OCH: 3 })
    expect(soundsAsCounted(heard, 'all')).toEqual(sounds({ KCHI: 120, CHI: 0, OCH: 3 }))
    expect(soundsAsCounted(heard, 'enrolled')).toEqual(heard)
  })

  it('tells how much of the children’s voices nobody could be given', () => {
    const heard = sounds({ KCHI: 60, CHI: 20, OCH: 20 })
    expect(unsureShare(heard, 'enrolled')).toBe(0.2)
    expect(unsureShare(heard, 'all')).toBeNull()
    expect(unsureShare(sounds({}), 'enrolled')).toBeNull()
  })
})
