import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestKeychain, TEST_COSTS } from '../../../test/support/vault'
import { createBackupService } from '../../core/backup/service'
import { createFileVaultStore } from './file-vault-store'
import { createHouseholdDoor, type HouseholdDoor } from './household-door'
import { createVault } from './vault'
import type { Migration } from '../../database/migration'

/** A disk of its own, small enough to be filled: needs the right to mount one, as root in a test machine has. */
const DISK_MIB = 48
const OWNER = { adultId: '0199f0aa-0000-7000-8000-000000000001', password: 'correct horse battery' }
const NOTES: Migration = {
  version: 1,
  name: 'notes',
  up: (raw) => {
    raw.exec('CREATE TABLE core_note (text TEXT NOT NULL) STRICT')
  },
}

const mount = (...options: readonly string[]) => execFileSync('mount', options, { stdio: 'ignore' })

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(join(tmpdir(), 'wondernest-mount-'))
  try {
    mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder)
    execFileSync('umount', [folder])
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe.skipIf(!canMount())('a disk that is really full or read-only (left out where no disk may be mounted)', () => {
  let disk: string
  let door: HouseholdDoor
  const newDoor = (): HouseholdDoor => {
    const vault = createVault({ store: createFileVaultStore(join(disk, 'vault.json')), keychain, costs: TEST_COSTS })
    return createHouseholdDoor({ dataFolder: disk, vault, migrations: [NOTES] })
  }
  const keychain = createTestKeychain()
  const fails = (code: string) => expect.objectContaining({ name: 'AppError', code })
  const fillDisk = () => {
    for (const bytes of [1_048_576, 4_096, 1]) {
      for (let count = 0; ; count += 1) {
        try {
          writeFileSync(join(disk, `filler-${String(bytes)}-${String(count)}`), Buffer.alloc(bytes))
        } catch {
          break
        }
        if (count > DISK_MIB * 300) throw new Error('the disk does not get full')
      }
    }
  }
  const freeDisk = () => {
    for (const name of readdirSync(disk).filter((entry) => entry.startsWith('filler-'))) rmSync(join(disk, name))
  }
  const opened = () => {
    const state = door.state()
    if (state.stage !== 'opened') throw new Error(`the household is ${state.stage}`)
    return state.database
  }
  const countNotes = () => opened().raw.prepare('SELECT count(*) FROM core_note').pluck().get()

  beforeEach(async () => {
    disk = mkdtempSync(join(tmpdir(), 'wondernest-disk-'))
    mount('-t', 'tmpfs', '-o', `size=${String(DISK_MIB)}m`, 'tmpfs', disk)
    keychain.entries.clear()
    door = newDoor()
    await door.start()
  })
  afterEach(() => {
    door.close()
    execFileSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true, force: true })
  })

  const makeHousehold = async () => {
    await door.create(OWNER, async ({ raw }) => {
      raw.prepare('INSERT INTO core_note VALUES (?)').run('the household')
      await Promise.resolve()
    })
  }

  it('keeps what was written, tells what is not, and goes on when there is space again', async () => {
    await makeHousehold()
    fillDisk()
    const insert = opened().raw.prepare('INSERT INTO core_note VALUES (?)')
    const write = () => opened().raw.transaction(() => {
      for (let count = 0; count < 2_000; count += 1) insert.run('x'.repeat(2_000))
    })()
    expect(write).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }))
    expect(countNotes()).toBe(1)
    freeDisk()
    write()
    expect(countNotes()).toBe(2_001)
  })

  it('refuses a backup and leaves no half of one', async () => {
    await makeHousehold()
    fillDisk()
    expect(() => door.backUp('manual')).toThrow(fails('disk-full'))
    expect(existsSync(join(disk, 'backups')) ? readdirSync(join(disk, 'backups')) : []).toEqual([])
    freeDisk()
    expect(door.backUp('manual').bytes).toBeGreaterThan(0)
  })

  it('checks passwords while full, says what is missing, and opens when there is space again', async () => {
    await makeHousehold()
    door.close()
    keychain.entries.clear()
    fillDisk()
    door = newDoor()
    expect(await door.start()).toEqual(expect.objectContaining({ stage: 'vault-locked' }))
    await expect(door.unlock('not the password')).rejects.toEqual(fails('wrong-password'))
    await door.unlock(OWNER.password)
    // The password is right; the log's index needs 32 KiB that a disk full to the last page does not have.
    expect(door.state()).toEqual(expect.objectContaining({ stage: 'blocked', problem: 'disk-full' }))
    freeDisk()
    expect((await door.start()).stage).toBe('opened')
    expect(countNotes()).toBe(1)
  })

  it('does not make half a household', async () => {
    fillDisk()
    await expect(makeHousehold()).rejects.toEqual(fails('disk-full'))
    expect(door.state()).toEqual({ stage: 'first-run' })
    freeDisk()
    await makeHousehold()
    expect(countNotes()).toBe(1)
  })

  it('keeps the vault whole when it cannot be written', async () => {
    await makeHousehold()
    const before = readFileSync(join(disk, 'vault.json'))
    fillDisk()
    const store = createFileVaultStore(join(disk, 'vault.json'))
    expect(() => {
      store.write({ filler: 'x'.repeat(100_000) })
    }).toThrow(fails('disk-full'))
    expect(readFileSync(join(disk, 'vault.json')).equals(before)).toBe(true)
    expect(readdirSync(disk)).not.toContain('vault.json.new')
  })

  it('says read-only when nothing may be written', async () => {
    await makeHousehold()
    door.close()
    mount('-o', 'remount,bind,ro', disk)
    door = newDoor()
    expect(await door.start()).toEqual(expect.objectContaining({ stage: 'blocked', problem: 'read-only' }))
    const backups = createBackupService({ folder: join(disk, 'backups') })
    expect(backups.list()).toEqual([])
    mount('-o', 'remount,bind,rw', disk)
    expect((await door.start()).stage).toBe('opened')
  })
})
