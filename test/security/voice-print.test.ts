import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { CHANNEL_NAMES, contract, events } from '../../common/ipc/contract'
import { EMBEDDING_LENGTH } from '../../common/listening/child-policy'
import { createBackupService } from '../../electron/core/backup/service'
import { openConnection } from '../../electron/database/connection'
import { createDispatcher, type Handlers } from '../../electron/main/ipc/dispatcher'
import { logError } from '../../electron/main/log'
import { createTestFamily, OWNER_ID, type TestFamily } from '../support/family'
import { projectRoot } from '../support/launch-app'

let family: TestFamily
beforeEach(async () => {
  family = await createTestFamily()
})
afterEach(() => {
  vi.restoreAllMocks()
  family.dispose()
})

/** A voice whose numbers no other part of the file could happen to hold. */
const VOICE = unit(Float32Array.from({ length: EMBEDDING_LENGTH }, (_, index) => Math.sin(1 + index * index)))
const BLOB = Buffer.from(VOICE.buffer)

function unit(values: Float32Array): Float32Array {
  const length = Math.hypot(...values)
  return values.map((value) => value / length)
}

/** The ways in which a text could hold the voice: its numbers as JavaScript prints them, its bytes as hex or base64. */
function holdsVoice(text: string): boolean {
  const numbers = [...VOICE].map((value) => String(value).slice(0, 8))
  const bytes = [BLOB.toString('hex'), BLOB.toString('base64'), BLOB.toString('latin1')].map((encoded) => encoded.slice(40, 80))
  return [...numbers, ...bytes].some((needle) => text.includes(needle))
}

async function enrol(): Promise<void> {
  await family.core.consent.give({ childId: family.child.id, purpose: 'voice-enrolment', textVersion: '1', language: 'en' }, OWNER_ID)
  await family.core.voiceprints.save({ childId: family.child.id, embedding: VOICE, seconds: 30, steadiness: 0.9 }, OWNER_ID)
}

/** Paths in a schema at which a voice could pass: its name, a list of bare numbers, or anything that is not described. */
function openingsFor(schema: z.ZodType): readonly string[] {
  const found: string[] = []
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    const entries = new Map(Object.entries(node))
    if (/embedding|voice-?print|biometric/i.test(path)) found.push(path)
    const items: unknown = entries.get('items')
    if (typeof items === 'object' && items !== null && ['number', 'integer'].includes(String(Reflect.get(items, 'type')))) found.push(`${path}[]`)
    for (const [key, value] of entries) visit(value, key === 'properties' || key === 'items' ? path : `${path}/${key}`)
  }
  visit(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' }), '')
  return found
}

describe('a voice does not reach a window', () => {
  it.each(CHANNEL_NAMES)('in an answer of %s', (name) => {
    expect(openingsFor(contract[name].output)).toEqual([])
  })

  it.each(Object.entries(events))('in the event %s', (_name, { payload }) => {
    expect(openingsFor(payload)).toEqual([])
  })

  it('and the check above would see one', () => {
    expect(openingsFor(z.object({ voice: z.object({ embedding: z.string() }) }))).not.toEqual([])
    expect(openingsFor(z.object({ anything: z.array(z.number()) }))).not.toEqual([])
  })

  it('even when a handler gives it away by mistake', async () => {
    await enrol()
    const voices = (await family.core.voiceprints.list()).map((voice) => ({ ...voice, embedding: [...VOICE], more: BLOB.toString('base64') }))
    const handlers: Partial<Handlers> = { 'enrolment.overview': () => ({ hasModel: true, voices, run: { state: 'idle' } }) }
    const dispatch = createDispatcher({
      handlers: handlers as Handlers, // true: only the one channel is called
      signedInAdult: () => ({ id: OWNER_ID, name: 'Ana', role: 'owner' }),
      isOpenNow: () => true,
      onRefusal: () => undefined,
      onUnexpectedError: () => undefined,
    })
    const answer = await dispatch({ kind: 'console', isTopFrame: true, url: 'wonder://app/console/index.html' }, 'enrolment.overview', undefined)
    expect(answer).toMatchObject({ ok: true, value: { voices: [{ childId: family.child.id }] } })
    expect(holdsVoice(JSON.stringify({ voices })), 'the control').toBe(true)
    expect(holdsVoice(JSON.stringify(answer))).toBe(false)
  })

  it('nor does a page know that there is such a thing', () => {
    const sources = readdirSync(join(projectRoot, 'renderer'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
    expect(sources.length).toBeGreaterThan(50)
    const naming = sources.filter((file) => /embedding|Float32Array|child-policy/.test(readFileSync(join(projectRoot, 'renderer', file), 'utf8')))
    expect(naming).toEqual([])
  })
})

describe('a voice is in none of what outlives it or leaves the computer', () => {
  it('not in the trail of what was done', async () => {
    await enrol()
    await family.core.voiceprints.erase(family.child.id, OWNER_ID)
    await enrol()
    await family.core.consent.withdraw(family.child.id, 'voice-enrolment', OWNER_ID)
    const trail = await family.core.audit.recent(500)
    expect(trail.filter(({ action }) => action.startsWith('voice.')).map(({ action, detail }) => [action, Object.keys(detail).sort()])).toEqual([
      ['voice.erased', ['childId']],
      ['voice.enrolled', ['childId', 'seconds']],
      ['voice.erased', ['childId']],
      ['voice.enrolled', ['childId', 'seconds']],
    ])
    expect(holdsVoice(JSON.stringify(trail))).toBe(false)
    expect(holdsVoice(JSON.stringify(family.database.raw.prepare('SELECT * FROM audit_entry').all()))).toBe(false)
  })

  it('not in the log, also when it cannot be stored', async () => {
    await enrol()
    const written: string[] = []
    vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      written.push(String(chunk))
      return true
    })
    family.database.raw.exec("CREATE TRIGGER full BEFORE INSERT ON family_voice_print BEGIN SELECT RAISE(ABORT, 'no room'); END")
    const save = family.core.voiceprints.save({ childId: family.child.id, embedding: VOICE, seconds: 30, steadiness: 0.9 }, OWNER_ID)
    await save.catch((error: unknown) => {
      logError('enrolment', error)
    })
    vi.restoreAllMocks()
    expect(written.join('')).toContain('wondernest enrolment')
    expect(holdsVoice(written.join(''))).toBe(false)
  })

  it('not readable in the file', async () => {
    await enrol()
    const files = () => readdirSync(family.database.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const readable = () => files().filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(BLOB.subarray(16, 48)))
    expect(readable()).toEqual([])
    family.database.raw.pragma('wal_checkpoint(TRUNCATE)')
    expect(readable()).toEqual([])
  })

  it('not in a backup, which is complete otherwise', async () => {
    await enrol()
    const folder = join(family.database.folder, 'backups')
    const { name } = createBackupService({ folder }).backUp(family.database.raw, family.database, 'manual')
    expect(readdirSync(folder)).toEqual([name])
    const copy = openConnection({ path: join(folder, name), key: family.database.key, readonly: true })
    const count = (table: string) => copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    expect(count('family_voice_print')).toBe(0)
    expect(count('family_child')).toBe(1)
    expect(count('family_consent')).toBe(1)
    copy.close()
    expect(family.database.raw.prepare('SELECT count(*) FROM family_voice_print').pluck().get()).toBe(1)
  })

  it('read in one place only: whoever adds a file here answers for where the numbers go', () => {
    const folders = ['common', 'electron', 'renderer', 'tools']
    const naming = folders.flatMap((folder) =>
      readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.test.ts'))
        .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
        .filter((file) => readFileSync(join(projectRoot, file), 'utf8').includes('family_voice_print')),
    )
    expect(naming.sort()).toEqual([
      'electron/core/backup/write-backup.ts',
      'electron/core/voiceprints/repository.ts',
      'electron/core/voiceprints/service.ts',
      'electron/database/migrations/0008-voice-prints.ts',
      'electron/database/schema/family.ts',
    ])
  })
})
