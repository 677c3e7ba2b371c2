import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createTestVault, TEST_COSTS, type TestVault } from '../../../test/support/vault'
import { createFileVaultStore } from './file-vault-store'
import { generateRecoveryCode } from './recovery-code'
import { createVault } from './vault'

const OWNER = '0199f0aa-0000-7000-8000-000000000001'
const PARENT = '0199f0aa-0000-7000-8000-000000000002'
const PASSWORD = 'correct horse battery'

const fails = (code: string) => expect.objectContaining({ code })

const fileSchema = z.looseObject({
  wraps: z.array(z.looseObject({ header: z.looseObject({ kind: z.string() }), sealed: z.looseObject({ data: z.string() }) })),
})

let test: TestVault
let key: Buffer
let recoveryCode: string
beforeEach(async () => {
  test = createTestVault()
  ;({ key, recoveryCode } = await test.vault.create(OWNER, PASSWORD))
  test.vault.confirm()
})
afterEach(() => {
  test.dispose()
})

/** Changes one byte of the wrapped key of a kind, as a bad disk would. */
function damageWrap(kind: string): void {
  const file = fileSchema.parse(JSON.parse(readFileSync(test.path, 'utf8')))
  const wraps = file.wraps.map((wrap) => {
    if (wrap.header.kind !== kind) return wrap
    const data = Buffer.from(wrap.sealed.data, 'base64')
    data.writeUInt8(data.readUInt8(3) ^ 1, 3)
    return { ...wrap, sealed: { ...wrap.sealed, data: data.toString('base64') } }
  })
  writeFileSync(test.path, JSON.stringify({ ...file, wraps }))
}

describe('a new vault', () => {
  it('opens by keychain, password and recovery code, each with the same key', async () => {
    const vault = test.restart()
    expect(key).toHaveLength(32)
    expect(await vault.openWithKeychain()).toEqual({ kind: 'opened', key })
    expect(await vault.openWithPassword(PASSWORD)).toEqual({ adultId: OWNER, key })
    expect(await vault.openWithRecoveryCode(recoveryCode)).toEqual(key)
  })

  it('keeps neither key, password nor code in its file', () => {
    const text = readFileSync(test.path, 'utf8')
    for (const secret of [key.toString('hex'), key.toString('base64'), PASSWORD, recoveryCode, recoveryCode.replaceAll('-', '')]) {
      expect(text).not.toContain(secret)
    }
  })

  it('is never replaced once its household exists', async () => {
    const before = readFileSync(test.path)
    await expect(test.vault.create(OWNER, 'another password')).rejects.toEqual(fails('conflict'))
    expect(readFileSync(test.path).equals(before)).toBe(true)
  })

  it('is replaced while no household was ever made with it', async () => {
    const fresh = createTestVault()
    await fresh.vault.create(OWNER, PASSWORD)
    expect(fresh.restart().state()).toBe('pending')
    await fresh.restart().create(OWNER, 'another password')
    expect((await fresh.restart().openWithPassword('another password')).adultId).toBe(OWNER)
    fresh.dispose()
  })

  it('takes the same password typed with composed or separate accents', async () => {
    await test.vault.setPassword(OWNER, 'contraseña segura', key)
    await expect(test.vault.verifyPassword(OWNER, 'contrasen\u0303a segura')).resolves.toBeUndefined()
  })
})

describe('the keychain', () => {
  it.each(['unavailable', 'locked'] as const)('that is %s is told, and its wrap stays for later', async (problem) => {
    test.keychain.setProblem(problem)
    expect(await test.restart().openWithKeychain()).toEqual({ kind: problem })
    test.keychain.setProblem(undefined)
    expect(await test.restart().openWithKeychain()).toEqual({ kind: 'opened', key })
  })

  it('whose entry is gone (another backend, a new account) is told and mended with a password', async () => {
    test.keychain.entries.clear()
    const vault = test.restart()
    expect(await vault.openWithKeychain()).toEqual({ kind: 'entry-missing' })
    const opened = await vault.openWithPassword(PASSWORD)
    expect(await vault.rewrapKeychain(opened.key)).toBe(true)
    expect(await test.restart().openWithKeychain()).toEqual({ kind: 'opened', key })
  })

  it.each(['nonsense', '', 'a:b', '0199f0aa-0000-7000-8000-00000000000f:' + 'A'.repeat(43) + '='])(
    'whose entry is not ours (%j) is told',
    async (entry) => {
      for (const account of test.keychain.entries.keys()) test.keychain.entries.set(account, entry)
      expect(await test.restart().openWithKeychain()).toEqual({ kind: 'entry-wrong' })
    },
  )

  it('does not open a damaged wrap', async () => {
    damageWrap('keychain')
    expect(await test.restart().openWithKeychain()).toEqual({ kind: 'entry-wrong' })
    expect((await test.restart().openWithPassword(PASSWORD)).key).toEqual(key)
  })

  it('is not needed for a new vault', async () => {
    const fresh = createTestVault()
    fresh.keychain.setProblem('unavailable')
    await fresh.vault.create(OWNER, PASSWORD)
    fresh.keychain.setProblem(undefined)
    expect(await fresh.restart().openWithKeychain()).toEqual({ kind: 'entry-missing' })
    expect((await fresh.restart().openWithPassword(PASSWORD)).adultId).toBe(OWNER)
    fresh.dispose()
  })
})

describe('passwords', () => {
  it('open for each adult, and no longer once changed or removed', async () => {
    await test.vault.setPassword(PARENT, 'the second password', key)
    expect((await test.vault.openWithPassword('the second password')).adultId).toBe(PARENT)
    await test.vault.setPassword(PARENT, 'the third password', key)
    await expect(test.vault.openWithPassword('the second password')).rejects.toEqual(fails('wrong-password'))
    test.vault.removeAdult(PARENT)
    await expect(test.vault.verifyPassword(PARENT, 'the third password')).rejects.toEqual(fails('wrong-password'))
    expect(() => {
      test.vault.removeAdult(OWNER)
    }).toThrow(fails('conflict'))
  })

  it('of one adult do not sign in another', async () => {
    await test.vault.setPassword(PARENT, 'the second password', key)
    await expect(test.vault.verifyPassword(OWNER, 'the second password')).rejects.toEqual(fails('wrong-password'))
  })

  it('tell a damaged wrap from a wrong password, and the other doors stay open', async () => {
    damageWrap('password')
    await expect(test.restart().verifyPassword(OWNER, PASSWORD)).rejects.toEqual(fails('vault-corrupt'))
    await expect(test.restart().openWithPassword(PASSWORD)).rejects.toEqual(fails('vault-corrupt'))
    expect(await test.restart().openWithRecoveryCode(recoveryCode)).toEqual(key)
    await test.restart().setPassword(OWNER, 'a new password', key)
    expect((await test.restart().openWithPassword('a new password')).key).toEqual(key)
    expect((await test.restart().info()).damagedWraps).toBe(0)
  })

  it('are wrapped anew when the costs have risen', async () => {
    const dearer = createVault({
      store: createFileVaultStore(test.path),
      keychain: test.keychain,
      costs: { ...TEST_COSTS, passes: 3 },
    })
    await dearer.verifyPassword(OWNER, PASSWORD)
    expect(readFileSync(test.path, 'utf8')).toContain('"passes": 3')
    await expect(dearer.verifyPassword(OWNER, PASSWORD)).resolves.toBeUndefined()
  })

  it('of another vault copied into this one do not open it', async () => {
    const other = createTestVault()
    await other.vault.create(OWNER, 'of the other house')
    const ours = fileSchema.parse(JSON.parse(readFileSync(test.path, 'utf8')))
    const theirs = fileSchema.parse(JSON.parse(readFileSync(other.path, 'utf8')))
    writeFileSync(test.path, JSON.stringify({ ...ours, wraps: theirs.wraps }))
    await expect(test.restart().openWithPassword('of the other house')).rejects.toEqual(fails('wrong-password'))
    other.dispose()
  })
})

describe('the recovery code', () => {
  it('tells a slip from a wrong code, and counts only the wrong one', async () => {
    const slip = (recoveryCode.startsWith('7') ? '8' : '7') + recoveryCode.slice(1)
    for (let tries = 0; tries < 5; tries += 1) {
      await expect(test.vault.openWithRecoveryCode(slip)).rejects.toEqual(fails('invalid-input'))
    }
    await expect(test.vault.openWithRecoveryCode(generateRecoveryCode())).rejects.toEqual(fails('wrong-recovery-code'))
    expect(await test.vault.openWithRecoveryCode(recoveryCode)).toEqual(key)
  })

  it('ends when it is renewed', async () => {
    const renewed = await test.vault.renewRecoveryCode(key)
    await expect(test.vault.openWithRecoveryCode(recoveryCode)).rejects.toEqual(fails('wrong-recovery-code'))
    expect(await test.vault.openWithRecoveryCode(renewed)).toEqual(key)
  })
})

describe('wrong tries', () => {
  const wrongTries = async (count: number) => {
    for (let tries = 0; tries < count; tries += 1) {
      await expect(test.vault.verifyPassword(OWNER, 'not the password')).rejects.toEqual(fails('wrong-password'))
    }
  }
  const wait = (retryAfterMs: number) => expect.objectContaining({ code: 'too-many-attempts', retryAfterMs })

  it('ask for a wait after the third, even before the right password', async () => {
    await wrongTries(3)
    await expect(test.vault.verifyPassword(OWNER, PASSWORD)).rejects.toEqual(wait(5_000))
    expect(test.vault.retryAfterMs()).toBe(5_000)
    test.clock.uptimeMs += 5_000
    await expect(test.vault.verifyPassword(OWNER, PASSWORD)).resolves.toBeUndefined()
    await wrongTries(2)
    expect(test.vault.retryAfterMs()).toBe(0)
  })

  it('share one count at every door', async () => {
    await wrongTries(2)
    await expect(test.vault.openWithPassword('not this one')).rejects.toEqual(fails('wrong-password'))
    await expect(test.vault.openWithRecoveryCode(recoveryCode)).rejects.toEqual(wait(5_000))
  })

  it('outlive a restart of the app', async () => {
    await wrongTries(3)
    await expect(test.restart().openWithPassword(PASSWORD)).rejects.toEqual(wait(5_000))
  })

  it.each([
    ['back', -365 * 86_400_000],
    ['forward', 365 * 86_400_000],
  ])('cannot be waited out by setting the clock %s', async (_direction, byMs) => {
    await wrongTries(3)
    test.clock.nowMs += byMs
    await expect(test.restart().openWithPassword(PASSWORD)).rejects.toEqual(wait(5_000))
    test.clock.uptimeMs += 5_000
    expect((await test.restart().openWithPassword(PASSWORD)).adultId).toBe(OWNER)
  })

  it('keep waiting after a restart of the computer', async () => {
    await wrongTries(3)
    test.clock.uptimeMs = 2_000
    await expect(test.restart().openWithPassword(PASSWORD)).rejects.toEqual(wait(3_000))
  })

  it('made at once are counted one by one', async () => {
    const tries = Array.from({ length: 6 }, () => test.vault.verifyPassword(OWNER, 'not the password'))
    const codes = (await Promise.allSettled(tries)).map((outcome): unknown =>
      outcome.status === 'rejected' && outcome.reason instanceof Error && 'code' in outcome.reason ? outcome.reason.code : 'accepted',
    )
    expect(codes).toEqual([...Array<string>(3).fill('wrong-password'), ...Array<string>(3).fill('too-many-attempts')])
  })
})

describe('a vault file that cannot be read', () => {
  it.each(['', '{', '[]', '{"format":"wondernest-vault","version":1}', '{"format":"other"}', '\u0000\u0000'])(
    'is refused and left as it is (%j)',
    async (content) => {
      writeFileSync(test.path, content)
      expect(() => test.restart().state()).toThrow(fails('vault-corrupt'))
      await expect(test.restart().openWithKeychain()).rejects.toEqual(fails('vault-corrupt'))
      await expect(test.restart().openWithPassword(PASSWORD)).rejects.toEqual(fails('vault-corrupt'))
      await expect(test.restart().create(OWNER, PASSWORD)).rejects.toEqual(fails('vault-corrupt'))
      await expect(test.restart().setPassword(OWNER, PASSWORD, key)).rejects.toEqual(fails('vault-corrupt'))
      expect(readFileSync(test.path, 'utf8')).toBe(content)
    },
  )

  it('of a later version asks for an update', () => {
    const file = fileSchema.parse(JSON.parse(readFileSync(test.path, 'utf8')))
    writeFileSync(test.path, JSON.stringify({ ...file, version: 2 }))
    expect(() => test.restart().state()).toThrow(fails('database-newer'))
  })
})

describe('info', () => {
  it('tells what the settings page shows', async () => {
    expect(await test.vault.info()).toEqual({
      keychain: { available: true, backend: 'test-keychain' },
      passwordWraps: 1,
      recoveryCodeCreatedAt: test.clock.nowMs,
      damagedWraps: 0,
    })
  })
})
