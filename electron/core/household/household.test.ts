import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestFamily, OWNER_ID, type TestFamily } from '../../../test/support/family'

let family: TestFamily
beforeEach(async () => {
  family = await createTestFamily()
})
afterEach(() => {
  family.dispose()
})

describe('the household', () => {
  it('has its name, its owner, language and zone', async () => {
    expect(await family.core.household.get()).toMatchObject({ name: 'Nest' })
    expect(await family.core.household.adults()).toEqual([{ id: OWNER_ID, name: 'Ana', role: 'owner' }])
    expect(await family.core.settings.get()).toMatchObject({ language: 'es', timeZone: 'Europe/Berlin' })
  })

  it('is created once a file; nothing is changed by a second try', async () => {
    const input = { householdName: 'Other', ownerName: 'Eve', timeZone: 'UTC', language: 'en' } as const
    await expect(family.core.household.create({ ownerId: OWNER_ID, input })).rejects.toMatchObject({ code: 'conflict' })
    expect(await family.core.settings.get()).toMatchObject({ language: 'es' })
  })

  it('waits for the recovery code to be put away', async () => {
    expect(await family.core.household.isRecoveryCodePending()).toBe(true)
    await family.core.household.confirmRecoveryCode(OWNER_ID)
    expect(await family.core.household.isRecoveryCodePending()).toBe(false)
  })

  it('is in the audit trail by ids, without a name', async () => {
    const trail = JSON.stringify(await family.core.audit.recent(10))
    expect(trail).toContain('household.created')
    expect(trail).not.toMatch(/Nest|Ana|Mia/)
    expect(await family.core.audit.verify()).toEqual({ entries: 2, firstBroken: null })
  })
})
