import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestVault, type TestVault } from '../../../test/support/vault'
import type { Migration } from '../../database/migration'
import type { OpenedDatabase } from '../../database/open-database'
import { createHouseholdDoor, type HouseholdDoor } from './household-door'

const OWNER = { adultId: '0199f0aa-0000-7000-8000-000000000001', password: 'correct horse battery' }
const NOTES: Migration = {
  version: 1,
  name: 'notes',
  up: (raw) => {
    raw.exec('CREATE TABLE core_note (text TEXT NOT NULL) STRICT')
  },
}
const SECOND: Migration = { version: 2, name: 'second', up: (raw) => raw.exec('ALTER TABLE core_note ADD COLUMN at INTEGER') }
const FAILING: Migration = {
  version: 2,
  name: 'failing',
  up: () => {
    throw new Error('a mistake in the step')
  },
}

let test: TestVault
let data: string
let databasePath: string
let recoveryCode: string
let doors: HouseholdDoor[]

const newDoor = (migrations: readonly Migration[] = [NOTES]): HouseholdDoor => {
  const door = createHouseholdDoor({ dataFolder: data, vault: test.restart(), now: () => test.clock.nowMs, migrations })
  doors.push(door)
  return door
}
const populate = async (database: OpenedDatabase): Promise<void> => {
  database.raw.prepare('INSERT INTO core_note VALUES (?)').run('the household')
  await Promise.resolve()
}
const notes = (door: HouseholdDoor): unknown => {
  const state = door.state()
  return state.stage === 'opened' ? state.database.raw.prepare('SELECT text FROM core_note').pluck().all() : state.stage
}
/** Starts the app once, makes the household and quits. */
const makeHousehold = async (): Promise<void> => {
  const door = newDoor()
  await door.start()
  ;({ recoveryCode } = await door.create(OWNER, populate))
  door.close()
}
/** Digests of all files but the lock and SQLite's index of the log, which holds no data. */
const contents = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.lock$|-shm$/u.test(entry.name))
    .map((entry) => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }))
    .filter(({ name, bytes }) => !(name.endsWith('-wal') && bytes.length === 0))
    .map(({ name, bytes }) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`)
    .sort()
const problem = (name: string) => expect.objectContaining({ stage: 'blocked', problem: name })

beforeEach(() => {
  test = createTestVault()
  doors = []
  data = join(test.folder, 'data')
  databasePath = join(data, 'wondernest.db')
})
afterEach(() => {
  for (const door of doors) door.close()
  test.dispose()
})

describe('the first run', () => {
  it('makes a household that the keychain opens at the next start', async () => {
    await makeHousehold()
    const door = newDoor()
    expect((await door.start()).stage).toBe('opened')
    expect(notes(door)).toEqual(['the household'])
  })

  it('begins anew when it failed half-way', async () => {
    const door = newDoor()
    await door.start()
    await expect(door.create(OWNER, () => Promise.reject(new Error('no household')))).rejects.toThrow('no household')
    expect(door.state()).toEqual({ stage: 'first-run' })
    expect(existsSync(databasePath)).toBe(false)
    await door.create({ ...OWNER, password: 'another password' }, populate)
    expect(notes(door)).toEqual(['the household'])
  })

  it('begins anew, and keeps the half-made file, when the app died half-way', async () => {
    const door = newDoor()
    await door.start()
    const dies = new Promise<void>(() => undefined)
    void door.create(OWNER, () => dies)
    while (!existsSync(databasePath)) await new Promise((resolve) => setTimeout(resolve, 10))
    door.close()
    const next = newDoor()
    expect(await next.start()).toEqual({ stage: 'first-run' })
    await next.create(OWNER, populate)
    expect(notes(next)).toEqual(['the household'])
    expect(readdirSync(join(data, 'set-aside'))).toHaveLength(1)
  })

  it('cannot be had twice', async () => {
    await makeHousehold()
    const door = newDoor()
    await door.start()
    await expect(door.create(OWNER, populate)).rejects.toEqual(expect.objectContaining({ code: 'conflict' }))
    expect(notes(door)).toEqual(['the household'])
  })
})

describe('a start without the key from the keychain', () => {
  beforeEach(makeHousehold)

  it.each(['unavailable', 'locked'] as const)('(%s) asks for a password and opens with it', async (keychain) => {
    test.keychain.setProblem(keychain)
    const door = newDoor()
    expect(await door.start()).toEqual({ stage: 'vault-locked', keychain, retryAt: null })
    await expect(door.unlock('not the password')).rejects.toEqual(expect.objectContaining({ code: 'wrong-password' }))
    expect(await door.unlock(OWNER.password)).toEqual({ adultId: OWNER.adultId })
    expect(notes(door)).toEqual(['the household'])
  })

  it('(another backend, entry gone) is mended by the password', async () => {
    test.keychain.entries.clear()
    const door = newDoor()
    expect(await door.start()).toEqual({ stage: 'vault-locked', keychain: 'entry-missing', retryAt: null })
    await door.unlock(OWNER.password)
    door.close()
    expect((await newDoor().start()).stage).toBe('opened')
  })

  it('(another entry) is mended by the recovery code', async () => {
    for (const account of test.keychain.entries.keys()) test.keychain.entries.set(account, 'something else')
    const door = newDoor()
    expect(await door.start()).toEqual({ stage: 'vault-locked', keychain: 'entry-wrong', retryAt: null })
    await door.recover(recoveryCode)
    expect(notes(door)).toEqual(['the household'])
    door.close()
    expect((await newDoor().start()).stage).toBe('opened')
  })

  it('tells until when to wait, also after a restart', async () => {
    test.keychain.setProblem('unavailable')
    const door = newDoor()
    await door.start()
    for (let tries = 0; tries < 3; tries += 1) await expect(door.unlock('not the password')).rejects.toThrow()
    const waiting = { stage: 'vault-locked', keychain: 'unavailable', retryAt: test.clock.nowMs + 5_000 }
    expect(door.state()).toEqual(waiting)
    door.close()
    expect(await newDoor().start()).toEqual(waiting)
  })
})

describe('a start with something wrong changes nothing and says what', () => {
  beforeEach(makeHousehold)

  const startsBlocked = async (reason: string, migrations?: readonly Migration[]): Promise<HouseholdDoor> => {
    const before = contents(data)
    const vaultBefore = existsSync(test.path) ? readFileSync(test.path, 'utf8') : undefined
    const door = newDoor(migrations)
    expect(await door.start()).toEqual(problem(reason))
    door.close()
    expect(contents(data)).toEqual(before)
    expect(existsSync(test.path) ? readFileSync(test.path, 'utf8') : undefined).toBe(vaultBefore)
    return door
  }

  it('when the file is gone and the keys are there', async () => {
    renameSync(databasePath, join(test.folder, 'elsewhere.db'))
    await startsBlocked('database-missing')
  })

  it('when the keys are gone and the file is there', async () => {
    rmSync(test.path)
    await startsBlocked('vault-missing')
  })

  it('when keys and file are gone and backups are there', async () => {
    const door = newDoor()
    await door.start()
    door.backUp('manual')
    door.close()
    rmSync(test.path)
    rmSync(databasePath)
    await startsBlocked('vault-missing')
  })

  it('when the keys cannot be read', async () => {
    writeFileSync(test.path, '{"format":')
    await startsBlocked('vault-corrupt')
  })

  it.each([
    ['its first page', () => overwrite(0, 64)],
    ['its end', () => {
      truncateSync(databasePath, 5_000)
    }],
    ['all of it', () => {
      truncateSync(databasePath, 0)
    }],
  ])('when the file lost %s', async (_part, damage) => {
    damage()
    await startsBlocked('database-corrupt')
  })

  it('when the file is of a newer version', async () => {
    const newer = newDoor([NOTES, SECOND])
    await newer.start()
    newer.close()
    await startsBlocked('database-newer')
  })

  const overwrite = (from: number, length: number): void => {
    const bytes = readFileSync(databasePath)
    bytes.fill(0x5a, from, from + length)
    writeFileSync(databasePath, bytes)
  }
})

describe('migrating', () => {
  beforeEach(makeHousehold)

  it('takes a backup of the version before', async () => {
    const door = newDoor([NOTES, SECOND])
    expect((await door.start()).stage).toBe('opened')
    expect(door.backups()).toEqual([expect.objectContaining({ reason: 'migration', schemaVersion: 1 })])
  })

  it('that fails leaves a file that the version before opens', async () => {
    const failing = newDoor([NOTES, FAILING])
    expect(await failing.start()).toEqual(problem('internal'))
    failing.close()
    const door = newDoor()
    await door.start()
    expect(notes(door)).toEqual(['the household'])
  })

  it('does not begin when its backup cannot be written', async () => {
    mkdirSync(data, { recursive: true })
    writeFileSync(join(data, 'backups'), 'a file where the folder should be')
    const door = newDoor([NOTES, SECOND])
    expect((await door.start()).stage).toBe('blocked')
    door.close()
    rmSync(join(data, 'backups'))
    const older = newDoor()
    await older.start()
    expect(notes(older)).toEqual(['the household'])
  })
})

describe('the daily backup', () => {
  it('is taken once a day, and not put off by one that is dated in the future', async () => {
    await makeHousehold()
    const door = newDoor()
    await door.start()
    expect(door.backUpIfDue()).toEqual(expect.objectContaining({ reason: 'daily' }))
    test.clock.nowMs += 86_399_999
    expect(door.backUpIfDue()).toBeNull()
    test.clock.nowMs += 1
    expect(door.backUpIfDue()).not.toBeNull()
    test.clock.nowMs -= 365 * 86_400_000
    expect(door.backUpIfDue()).not.toBeNull()
    expect(door.backUpIfDue()).toBeNull()
  })
})

describe('restoring a backup', () => {
  it('brings a damaged household back and keeps the damaged file', async () => {
    await makeHousehold()
    const first = newDoor()
    await first.start()
    const backup = first.backUp('manual')
    first.close()
    writeFileSync(databasePath, Buffer.alloc(8_192, 1))
    const door = newDoor()
    expect(await door.start()).toEqual(expect.objectContaining({ problem: 'database-corrupt', backups: [backup] }))
    expect(door.restore(backup.name).stage).toBe('opened')
    expect(notes(door)).toEqual(['the household'])
    const [aside = ''] = readdirSync(join(data, 'set-aside'))
    expect(readFileSync(join(data, 'set-aside', aside, 'wondernest.db'))).toEqual(Buffer.alloc(8_192, 1))
  })

  it('works without the keychain once the password was given', async () => {
    await makeHousehold()
    const first = newDoor()
    await first.start()
    const backup = first.backUp('manual')
    first.close()
    rmSync(databasePath)
    test.keychain.setProblem('unavailable')
    const door = newDoor()
    expect((await door.start()).stage).toBe('vault-locked')
    expect(() => door.restore(backup.name)).toThrow(expect.objectContaining({ code: 'vault-locked' }))
    await door.unlock(OWNER.password)
    expect(door.state()).toEqual(problem('database-missing'))
    expect(door.restore(backup.name).stage).toBe('opened')
    expect(notes(door)).toEqual(['the household'])
  })
})

describe('a second copy', () => {
  it('in this process is told, and may start when the first has closed', async () => {
    await makeHousehold()
    const first = newDoor()
    await first.start()
    const second = newDoor()
    expect(await second.start()).toEqual(problem('second-copy'))
    await expect(second.unlock(OWNER.password)).rejects.toEqual(expect.objectContaining({ code: 'conflict' }))
    first.close()
    expect((await second.start()).stage).toBe('opened')
  })

  it('in another process is told, and its death gives the folder free', async () => {
    await makeHousehold()
    const script = `
      const SqliteDatabase = require('better-sqlite3-multiple-ciphers')
      const file = new SqliteDatabase(process.argv[1])
      file.exec('BEGIN EXCLUSIVE')
      console.log('locked')
      setInterval(() => file.open, 1000)`
    const other = spawn(process.execPath, ['-e', script, join(data, 'wondernest.lock')], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(other.stdout, 'data')
    const door = newDoor()
    expect(await door.start()).toEqual(problem('second-copy'))
    const ended = once(other, 'exit')
    other.kill('SIGKILL')
    await ended
    expect((await door.start()).stage).toBe('opened')
  })
})

describe('closing', () => {
  it('zeroes the key', async () => {
    await makeHousehold()
    const door = newDoor()
    await door.start()
    const key = door.key()
    expect(key.equals(Buffer.alloc(32))).toBe(false)
    door.close()
    expect(key.equals(Buffer.alloc(32))).toBe(true)
    expect(() => door.key()).toThrow(expect.objectContaining({ code: 'vault-locked' }))
  })
})
