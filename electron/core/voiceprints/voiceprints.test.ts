import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EMBEDDING_LENGTH } from '../../../common/listening/child-policy'
import type { Child } from '../../../common/household'
import type { ConsentPurpose } from '../../../common/consent'
import { actionsOf, createTestFamily, NOBODY_ID, OWNER_ID, type TestFamily } from '../../../test/support/family'
import { enrolledVoiceSchema } from '../../../common/voice-enrolment'
import { createVoicePrintService } from './service'

let family: TestFamily
let leo: Child
beforeEach(async () => {
  family = await createTestFamily()
  family.clock.nowMs += 1
  leo = await family.core.children.create({ name: 'Leo', birthDate: '2020-01', animal: 'fox' }, OWNER_ID)
})
afterEach(() => {
  family.dispose()
})

/** A voice that points into one direction, a little into the next. */
function voice(direction: number, aside = 0): Float32Array {
  const embedding = new Float32Array(EMBEDDING_LENGTH)
  embedding[direction] = Math.sqrt(1 - aside ** 2)
  embedding[direction + 1] = aside
  return embedding
}

const agree = (childId: string, purpose: ConsentPurpose = 'voice-enrolment') =>
  family.core.consent.give({ childId, purpose, textVersion: '1', language: 'en' }, OWNER_ID)

async function enrol(childId: string, embedding: Float32Array, steadiness = 0.9): Promise<void> {
  await agree(childId)
  await family.core.voiceprints.save({ childId, embedding, seconds: 30.2, steadiness }, OWNER_ID)
}

const rows = () => family.database.raw.prepare('SELECT * FROM family_voice_print').all()

describe('an enrolled voice', () => {
  it('is kept under its own consent, and told without its numbers', async () => {
    await agree(family.child.id, 'listening')
    const save = () => family.core.voiceprints.save({ childId: family.child.id, embedding: voice(0), seconds: 30, steadiness: 1 }, OWNER_ID)
    expect(await family.core.voiceprints.mayEnrol(family.child.id)).toBe(false)
    await expect(save()).rejects.toMatchObject({ code: 'no-consent' })
    expect(rows()).toEqual([])
    await agree(family.child.id)
    expect(await family.core.voiceprints.mayEnrol(family.child.id)).toBe(true)
    await save()
    const [told] = await family.core.voiceprints.list()
    expect(told).toEqual({
      childId: family.child.id, enrolledAt: family.clock.nowMs, seconds: 30, quality: 'clear', isCurrent: true, resemblesChildId: null,
    })
    expect(Object.keys(enrolledVoiceSchema.unwrap().shape).sort()).toEqual(Object.keys(told ?? {}).sort())
  })

  it('is refused for a child that is archived, unknown, and for numbers that are no voice', async () => {
    await agree(family.child.id)
    const save = (childId: string, embedding: Float32Array) =>
      family.core.voiceprints.save({ childId, embedding, seconds: 30, steadiness: 1 }, OWNER_ID)
    await expect(save(NOBODY_ID, voice(0))).rejects.toMatchObject({ code: 'not-found' })
    await expect(save(family.child.id, voice(0).map((value) => 2 * value))).rejects.toThrow(/length 1/)
    await expect(save(family.child.id, new Float32Array(3).fill(1))).rejects.toThrow(/64 numbers/)
    await family.core.children.setArchived(family.child.id, true, OWNER_ID)
    await expect(save(family.child.id, voice(0))).rejects.toMatchObject({ code: 'conflict' })
    expect(await family.core.voiceprints.mayEnrol(family.child.id)).toBe(false)
    expect(rows()).toEqual([])
  })

  it('is replaced by enrolling again, and erased by itself', async () => {
    await enrol(family.child.id, voice(0), 0.2)
    expect(await family.core.voiceprints.list()).toMatchObject([{ quality: 'mixed' }])
    await enrol(family.child.id, voice(1))
    expect(await family.core.voiceprints.list()).toMatchObject([{ quality: 'clear' }])
    await family.core.voiceprints.erase(family.child.id, OWNER_ID)
    expect(rows()).toEqual([])
    await expect(family.core.voiceprints.erase(family.child.id, OWNER_ID)).rejects.toMatchObject({ code: 'not-found' })
    expect(await family.core.voiceprints.mayEnrol(family.child.id)).toBe(true)
  })

  it('is gone with the consent, in one transaction', async () => {
    await enrol(family.child.id, voice(0))
    await enrol(leo.id, voice(3))
    await family.core.consent.withdraw(family.child.id, 'voice-enrolment', OWNER_ID)
    expect((await family.core.voiceprints.list()).map(({ childId }) => childId)).toEqual([leo.id])
    expect(rows()).toHaveLength(1)
    // Where the voice cannot be erased, the consent is not withdrawn either: both or neither.
    family.database.raw.exec("CREATE TRIGGER stuck BEFORE DELETE ON family_voice_print BEGIN SELECT RAISE(ABORT, 'stuck'); END")
    await expect(family.core.consent.withdraw(leo.id, 'voice-enrolment', OWNER_ID)).rejects.toThrow('stuck')
    expect(await family.core.voiceprints.mayEnrol(leo.id)).toBe(true)
    expect((await actionsOf(family.core)).filter((action) => action === 'voice.erased')).toHaveLength(1)
  })

  it('outlives the withdrawal of another consent', async () => {
    await agree(family.child.id, 'listening')
    await enrol(family.child.id, voice(0))
    await family.core.consent.withdraw(family.child.id, 'listening', OWNER_ID)
    expect(rows()).toHaveLength(1)
  })

  it('names the child whose voice is too alike', async () => {
    await enrol(family.child.id, voice(0))
    await enrol(leo.id, voice(0, 0.4))
    expect(await family.core.voiceprints.list()).toMatchObject([{ resemblesChildId: leo.id }, { resemblesChildId: family.child.id }])
    await enrol(leo.id, voice(4))
    expect(await family.core.voiceprints.list()).toMatchObject([{ resemblesChildId: null }, { resemblesChildId: null }])
  })
})

describe('which child a voice is taken for', () => {
  const policy = () => family.core.voiceprints.policyFor(family.child.id)

  it('is the only child that is listened for, whoever else lives there', async () => {
    await agree(family.child.id, 'listening')
    await enrol(family.child.id, voice(0))
    expect(await policy()).toEqual({ kind: 'only-child', olderApart: true })
  })

  it('leaves voices of eight years and more to others only while the child itself is small', async () => {
    await agree(family.child.id, 'listening')
    await family.core.children.update(family.child.id, { name: 'Mia', birthDate: '2016-05', animal: 'owl' }, OWNER_ID)
    expect(await policy()).toEqual({ kind: 'only-child', olderApart: false })
  })

  it('is any of the children, until the voice of this one is enrolled', async () => {
    await agree(family.child.id, 'listening')
    await agree(leo.id, 'listening')
    expect(await policy()).toEqual({ kind: 'children' })
    await enrol(leo.id, voice(3))
    expect(await policy()).toEqual({ kind: 'children' })
    await enrol(family.child.id, voice(0))
    expect(await policy()).toEqual({ kind: 'enrolled', key: voice(0), others: [voice(3)] })
    await family.core.voiceprints.erase(family.child.id, OWNER_ID)
    expect(await policy()).toEqual({ kind: 'children' })
  })

  it('leaves out archived children', async () => {
    await agree(family.child.id, 'listening')
    await agree(leo.id, 'listening')
    await enrol(family.child.id, voice(0))
    await enrol(leo.id, voice(3))
    await family.core.children.setArchived(leo.id, true, OWNER_ID)
    expect(await policy()).toEqual({ kind: 'only-child', olderApart: true })
  })

  it('does not use a voice of another model, and says that it has to be enrolled again', async () => {
    await agree(family.child.id, 'listening')
    await agree(leo.id, 'listening')
    await enrol(family.child.id, voice(0))
    await enrol(leo.id, voice(0))
    const newer = createVoicePrintService(family.database.db, () => family.clock.nowMs, 'a'.repeat(64))
    expect(await newer.policyFor(family.child.id)).toEqual({ kind: 'children' })
    expect(await newer.list()).toMatchObject([
      { isCurrent: false, resemblesChildId: null },
      { isCurrent: false, resemblesChildId: null },
    ])
    await newer.save({ childId: family.child.id, embedding: voice(1), seconds: 30, steadiness: 1 }, OWNER_ID)
    expect(await newer.policyFor(family.child.id)).toEqual({ kind: 'enrolled', key: voice(1), others: [] })
  })
})
