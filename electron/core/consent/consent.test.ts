import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CONSENT_PURPOSES } from '../../../common/consent'
import { LANGUAGES } from '../../../common/household'
import { consentTexts } from '../../../resources/consent'
import { actionsOf, createTestFamily, NOBODY_ID, OWNER_ID, type TestFamily } from '../../../test/support/family'

let family: TestFamily
beforeEach(async () => {
  family = await createTestFamily()
})
afterEach(() => {
  family.dispose()
})

const input = (textVersion = '1') => ({ childId: family.child.id, purpose: 'listening', textVersion, language: 'en' }) as const
const allowed = () => family.core.consent.isListeningAllowed(family.child.id)

describe('consent', () => {
  it('is given by an adult to the current text and withdrawn at once', async () => {
    expect(await allowed()).toBe(false)
    const record = await family.core.consent.give(input(), OWNER_ID)
    expect(record).toMatchObject({ ...input(), givenByName: 'Ana', givenAt: family.clock.nowMs, withdrawnAt: null })
    expect(await allowed()).toBe(true)
    family.clock.nowMs += 5
    const withdrawn = await family.core.consent.withdraw(family.child.id, 'listening', OWNER_ID)
    expect(withdrawn).toEqual({ ...record, withdrawnAt: family.clock.nowMs })
    expect(await allowed()).toBe(false)
    expect(await actionsOf(family.core)).toEqual(['consent.given', 'consent.withdrawn'])
  })

  it('is refused for an old text, an unknown child, nobody, and an archived child', async () => {
    const { consent } = family.core
    await expect(consent.give(input('0'), OWNER_ID)).rejects.toMatchObject({ code: 'conflict' })
    await expect(consent.give({ ...input(), childId: NOBODY_ID }, OWNER_ID)).rejects.toMatchObject({ code: 'not-found' })
    await expect(consent.give(input(), 'system')).rejects.toMatchObject({ code: 'not-found' })
    await family.core.children.setArchived(family.child.id, true, OWNER_ID)
    await expect(consent.give(input(), OWNER_ID)).rejects.toMatchObject({ code: 'conflict' })
    expect(await allowed()).toBe(false)
    expect(await consent.list(family.child.id)).toEqual([])
  })

  it('keeps its history, the standing one first even when the clock was put back', async () => {
    const first = await family.core.consent.give(input(), OWNER_ID)
    expect(await family.core.consent.give(input(), OWNER_ID)).toEqual(first)
    family.clock.nowMs -= 60_000
    const second = await family.withTexts('2').consent.give(input('2'), OWNER_ID)
    expect(await family.core.consent.list(family.child.id)).toEqual([second, { ...first, withdrawnAt: first.givenAt }])
    await family.core.consent.withdraw(family.child.id, 'listening', OWNER_ID)
    expect(await allowed()).toBe(false)
  })

  it('can be withdrawn twice, but not before it was given', async () => {
    const withdraw = () => family.core.consent.withdraw(family.child.id, 'listening', OWNER_ID)
    await expect(withdraw()).rejects.toMatchObject({ code: 'not-found' })
    await family.core.consent.give(input(), OWNER_ID)
    expect(await withdraw()).toEqual(await withdraw())
    expect(await actionsOf(family.core)).toEqual(['consent.given', 'consent.withdrawn'])
  })
})

describe.each(CONSENT_PURPOSES)('the consent texts for %s', (purpose) => {
  it('are there in every language, in one version, with the same paragraphs', async () => {
    const texts = consentTexts.filter((text) => text.purpose === purpose)
    expect(texts.map(({ language }) => language).sort()).toEqual([...LANGUAGES].sort())
    expect(new Set(texts.map(({ version }) => version)).size).toBe(1)
    expect(new Set(texts.map(({ paragraphs }) => paragraphs.length)).size).toBe(1)
    expect(await family.core.consent.text(purpose, 'es')).toMatchObject({ purpose, language: 'es', version: '1' })
  })

  it.each(LANGUAGES)('can be read in two minutes in %s', (language) => {
    const file = readFileSync(new URL(`../../../resources/consent/${purpose}.${language}.json`, import.meta.url), 'utf8')
    // 220 words a minute: an adult reading quietly takes 238 on average (Brysbaert 2019), a little less on a screen.
    expect(file.split(/\s+/).length).toBeLessThan(2 * 220)
  })
})
