import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actionsOf, createTestFamily, NOBODY_ID, OWNER_ID, type TestFamily } from '../../../test/support/family'
import { checkBirthDate, isYoungerThan } from './birth-date'

let family: TestFamily
beforeEach(async () => {
  family = await createTestFamily()
})
afterEach(() => {
  family.dispose()
})

describe('a birth date', () => {
  it.each(['2026-11-21', '2026-11', '2008-11-21', '2008-11', '2024-02-29'])('%s is fine', (birthDate) => {
    checkBirthDate(birthDate, '2026-11-21')
  })

  it.each(['2026-11-22', '2026-12', '2008-11-20', '2008-10', '2023-02-29', '2024-04-31', '2024-00', ''])(
    '%s is refused',
    (birthDate) => {
      expect(() => checkBirthDate(birthDate, '2026-11-21')).toThrow(expect.objectContaining({ code: 'invalid-input' }))
    },
  )
})

describe('children', () => {
  it('are added, changed and listed in their order', async () => {
    family.clock.nowMs += 1
    const leo = await family.core.children.create({ name: 'Leo', birthDate: '2020-01-05', animal: 'fox' }, OWNER_ID)
    const changed = await family.core.children.update(
      family.child.id, { name: 'Mia B', birthDate: '2024-06', animal: 'owl' }, OWNER_ID,
    )
    expect(changed).toEqual({ ...family.child, name: 'Mia B', birthDate: '2024-06' })
    expect(await family.core.children.list(false)).toEqual([changed, leo])
    expect((await family.core.audit.recent(1))[0]?.detail).toEqual({
      childId: family.child.id, fields: ['name', 'birthDate'],
    })
  })

  it('are not changed by what cannot be', async () => {
    const future = { ...family.child, birthDate: '2027-01' }
    await expect(family.core.children.update(family.child.id, future, OWNER_ID)).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(family.core.children.update(NOBODY_ID, family.child, OWNER_ID)).rejects.toMatchObject({ code: 'not-found' })
    expect(await family.core.children.list(true)).toEqual([family.child])
    expect(await actionsOf(family.core)).toEqual([])
  })

  it('are archived and brought back, and are not listened to meanwhile', async () => {
    await family.core.settings.update({ listening: { childId: family.child.id } }, OWNER_ID)
    const archived = await family.core.children.setArchived(family.child.id, true, OWNER_ID)
    expect(archived.archivedAt).toBe(family.clock.nowMs)
    expect(await family.core.children.list(false)).toEqual([])
    expect(await family.core.children.list(true)).toEqual([archived])
    expect((await family.core.settings.get()).listening.childId).toBeNull()
    expect(await family.core.children.setArchived(family.child.id, true, OWNER_ID)).toEqual(archived)
    expect(await family.core.children.setArchived(family.child.id, false, OWNER_ID)).toEqual(family.child)
    expect(await actionsOf(family.core)).toEqual(['settings.changed', 'child.archived', 'settings.changed', 'child.restored'])
  })
})

describe('being younger than seven years', () => {
  it.each([
    ['2019-11-22', true],
    ['2019-11-21', false],
    ['2019-12', true],
    ['2019-11', false],
    ['2015-01-01', false],
  ])('born %s: %s', (birthDate, younger) => {
    expect(isYoungerThan(birthDate, 7, '2026-11-21')).toBe(younger)
  })
})
