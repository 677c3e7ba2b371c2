import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actionsOf, createTestFamily, OWNER_ID, TEST_NOW, type TestFamily } from '../../../test/support/family'
import { syllablesPerWord } from '../../../resources/languages/index'
import type { ListeningDecision } from './policy'

const MINUTE_MS = 60_000

let family: TestFamily
beforeEach(async () => {
  family = await createTestFamily()
})
afterEach(() => {
  family.dispose()
})

const decide = (at = family.clock.nowMs): Promise<ListeningDecision> => family.core.listening.decide(at)

async function allow(): Promise<void> {
  await family.core.settings.update({ listening: { childId: family.child.id } }, OWNER_ID)
  await family.core.consent.give({ childId: family.child.id, purpose: 'listening', textVersion: '1', language: 'en' }, OWNER_ID)
}

describe('listening', () => {
  it('needs a chosen child and a consent, and ends with either', async () => {
    expect(await decide()).toMatchObject({ listen: false, reason: 'no-child' })
    await family.core.settings.update({ listening: { childId: family.child.id } }, OWNER_ID)
    expect(await decide()).toMatchObject({ listen: false, reason: 'no-consent' })
    await allow()
    expect(await decide()).toMatchObject({ listen: true, childId: family.child.id, nextChangeAt: Date.UTC(2026, 10, 21, 19) })
    await family.core.consent.withdraw(family.child.id, 'listening', OWNER_ID)
    expect(await decide()).toMatchObject({ listen: false, reason: 'no-consent' })
    await allow()
    await family.core.children.setArchived(family.child.id, true, OWNER_ID)
    expect(await decide()).toMatchObject({ listen: false, reason: 'no-child', childId: null })
  })

  it('pauses for minutes, which outlives a restart', async () => {
    await allow()
    await family.core.listening.pause(15, 'kiosk')
    const until = TEST_NOW + 15 * MINUTE_MS
    const restarted = family.withTexts('1')
    expect(await restarted.listening.decide(until - 1)).toMatchObject({ reason: 'paused', pausedUntil: until, nextChangeAt: until })
    expect(await restarted.listening.decide(until)).toMatchObject({ listen: true, pausedUntil: null })
  })

  it('knows of a pause also where nobody is listened to', async () => {
    expect(await family.core.listening.isPaused(TEST_NOW)).toBe(false)
    await family.core.listening.pause(15, 'kiosk')
    expect(await family.core.listening.isPaused(TEST_NOW)).toBe(true)
    expect(await family.core.listening.isPaused(TEST_NOW + 15 * MINUTE_MS)).toBe(false)
  })

  it('never makes a pause shorter by another one', async () => {
    await allow()
    await family.core.listening.pause(60, OWNER_ID)
    await family.core.listening.pause(1, 'kiosk')
    expect(await decide()).toMatchObject({ pausedUntil: TEST_NOW + 60 * MINUTE_MS })
    await family.core.listening.pause(null, OWNER_ID)
    await family.core.listening.pause(1, 'kiosk')
    expect(await decide(TEST_NOW + 60 * MINUTE_MS)).toMatchObject({ reason: 'paused', pausedUntil: null })
  })

  it('resumes, and says who did what', async () => {
    await allow()
    await family.core.listening.pause(null, 'tray')
    await family.core.listening.resume(OWNER_ID)
    await family.core.listening.resume(OWNER_ID)
    expect(await decide()).toMatchObject({ listen: true })
    expect((await actionsOf(family.core)).slice(-2)).toEqual(['listening.paused', 'listening.resumed'])
    expect((await family.core.audit.recent(2)).map(({ actor, detail }) => [actor, detail])).toEqual([
      [OWNER_ID, {}], ['tray', { forMinutes: null }],
    ])
  })

  it('counts words by the language spoken at home, by that of the pages where none is told', async () => {
    await allow()
    expect(await decide()).toMatchObject({ syllablesPerWord: syllablesPerWord('es') })
    await family.core.settings.update({ homeLanguage: 'fi' }, OWNER_ID)
    expect(await decide()).toMatchObject({ listen: true, syllablesPerWord: syllablesPerWord('fi') })
    await family.core.settings.update({ homeLanguage: 'und' }, OWNER_ID)
    expect(await decide()).toMatchObject({ listen: true, syllablesPerWord: syllablesPerWord('en') })
    await family.core.settings.update({ homeLanguage: null, language: 'en' }, OWNER_ID)
    expect(await decide()).toMatchObject({ syllablesPerWord: syllablesPerWord('en') })
  })

  it('stays paused when the stored pause cannot be read', async () => {
    await allow()
    family.database.raw.exec(`INSERT INTO family_setting VALUES ('listening.pause', '{"until":"soon"}', 1)`)
    expect(await decide()).toMatchObject({ listen: false, reason: 'paused' })
  })
})
