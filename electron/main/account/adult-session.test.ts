import { describe, expect, it } from 'vitest'
import type { Adult } from '../../../common/household'
import { AdultSession } from './adult-session'

const ana: Adult = { id: '01890000-0000-7000-8000-000000000001', name: 'Ana', role: 'owner' }
const MINUTE = 60_000

function setUp() {
  const clock = { wall: 1_000_000, monotonic: 0 }
  const changes: string[] = []
  const session = new AdultSession({
    idleLimitMs: () => 10 * MINUTE,
    wallNow: () => clock.wall,
    monotonicNow: () => clock.monotonic,
    onChange: (reason) => changes.push(reason),
  })
  const pass = (ms: number): void => {
    clock.wall += ms
    clock.monotonic += ms
  }
  return { session, clock, changes, pass }
}

describe('AdultSession', () => {
  it('ends after the idle time and not before', () => {
    const { session, changes, pass } = setUp()
    session.signIn(ana)
    pass(10 * MINUTE - 1)
    session.checkIdle()
    expect(session.adult).toEqual(ana)
    pass(1)
    session.checkIdle()
    expect(session.adult).toBeNull()
    expect(changes).toEqual(['signed-in', 'idle'])
  })

  it('goes on while somebody is there', () => {
    const { session, pass } = setUp()
    session.signIn(ana)
    for (let minute = 0; minute < 60; minute += 5) {
      pass(5 * MINUTE)
      session.checkIdle()
      session.touch()
    }
    expect(session.adult).toEqual(ana)
  })

  it('ends after a sleep in which the monotonic clock stood still', () => {
    const { session, clock } = setUp()
    session.signIn(ana)
    clock.wall += 60 * MINUTE
    session.checkIdle()
    expect(session.adult).toBeNull()
  })

  it('is not kept alive by setting the clock back', () => {
    const { session, clock, pass } = setUp()
    session.signIn(ana)
    clock.wall -= 24 * 60 * MINUTE
    pass(11 * MINUTE)
    session.checkIdle()
    expect(session.adult).toBeNull()
  })

  it('cannot be revived by a touch', () => {
    const { session, changes } = setUp()
    session.touch()
    session.signIn(ana)
    session.signOut()
    session.touch()
    session.signOut()
    expect(session.adult).toBeNull()
    expect(changes).toEqual(['signed-in', 'signed-out'])
  })
})
