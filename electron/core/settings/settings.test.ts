import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actionsOf, createTestFamily, NOBODY_ID, OWNER_ID, type TestFamily } from '../../../test/support/family'

let family: TestFamily
beforeEach(async () => {
  family = await createTestFamily()
})
afterEach(() => {
  family.dispose()
})

const range = (startMinute: number, endMinute: number) => ({ startMinute, endMinute })
const week = (monday: readonly ReturnType<typeof range>[]) => [[...monday], [], [], [], [], [], []]

describe('settings', () => {
  it('start with sensible defaults, and listen to nobody', async () => {
    const settings = await family.core.settings.get()
    expect(settings).toMatchObject({ theme: 'system', homeLanguage: null, dayStartMinute: 240, idleLockMinutes: 10 })
    expect(settings.listening).toEqual({
      childId: null, deviceName: null, hours: Array.from({ length: 7 }, () => [range(420, 1200)]),
    })
  })

  it('change only in what a patch names', async () => {
    const before = await family.core.settings.get()
    const changed = await family.core.settings.update(
      { theme: 'dark', listening: { childId: family.child.id, deviceName: undefined } }, OWNER_ID,
    )
    expect(changed).toEqual({ ...before, theme: 'dark', listening: { ...before.listening, childId: family.child.id } })
    expect(await family.core.settings.get()).toEqual(changed)
    expect((await family.core.audit.recent(1))[0]).toMatchObject({
      actor: OWNER_ID, action: 'settings.changed', detail: { keys: ['theme', 'listening.childId'] },
    })
  })

  it('keep the language spoken at home, and note the change without saying which it is', async () => {
    expect(await family.core.settings.update({ homeLanguage: 'ca' }, OWNER_ID)).toMatchObject({ homeLanguage: 'ca', language: 'es' })
    expect(await family.core.settings.get()).toMatchObject({ homeLanguage: 'ca' })
    expect((await family.core.audit.recent(1))[0]).toMatchObject({
      actor: OWNER_ID, action: 'settings.changed', detail: { keys: ['homeLanguage'] },
    })
  })

  it('leave no entry when nothing changed', async () => {
    await family.core.settings.update({ theme: 'system', listening: {} }, OWNER_ID)
    expect(await actionsOf(family.core)).toEqual([])
  })

  it('take hours that follow each other', async () => {
    const hours = week([range(0, 60), range(60, 120), range(1380, 1440)])
    expect((await family.core.settings.update({ listening: { hours } }, OWNER_ID)).listening.hours).toEqual(hours)
  })

  it.each([
    ['overlapping hours', { listening: { hours: week([range(0, 61), range(60, 120)]) } }],
    ['hours out of order', { listening: { hours: week([range(60, 120), range(0, 30)]) } }],
    ['an empty range', { listening: { hours: week([range(60, 60)]) } }],
    ['six days', { listening: { hours: week([]).slice(1) } }],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }],
    ['a late start of day', { dayStartMinute: 361 }],
    ['a language by its name', { homeLanguage: 'Catalan' }],
  ])('refuse %s and change nothing', async (_what, patch) => {
    const before = await family.core.settings.get()
    await expect(family.core.settings.update({ theme: 'dark', ...patch }, OWNER_ID)).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await family.core.settings.get()).toEqual(before)
    expect(await actionsOf(family.core)).toEqual([])
  })

  it('refuse an unknown and an archived child', async () => {
    const choose = (childId: string) => family.core.settings.update({ listening: { childId } }, OWNER_ID)
    await expect(choose(NOBODY_ID)).rejects.toMatchObject({ code: 'not-found' })
    await family.core.children.setArchived(family.child.id, true, OWNER_ID)
    await expect(choose(family.child.id)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('fall back to the default where a stored value is of no use', async () => {
    family.database.raw.exec(`UPDATE family_setting SET value = '"Mars/Olympus"' WHERE key = 'timeZone'`)
    expect(await family.core.settings.get()).toMatchObject({ timeZone: 'UTC', language: 'es' })
  })
})
