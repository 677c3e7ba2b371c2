import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSystemKeychain } from './system-keychain'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wondernest-keychain-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const took = async (action: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now()
  await action()
  return performance.now() - begin
}

describe.skipIf(process.platform !== 'linux')('a Linux machine without a secret service', () => {
  it.each([
    ['no session bus', {}],
    ['an empty address', { DBUS_SESSION_BUS_ADDRESS: '' }],
    ['a bus that is gone', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }],
    ['an address that cannot be read', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=%zz' }],
  ])('(%s) has no keychain, and nothing is kept where a restart forgets it', async (_what, environment) => {
    const keychain = createSystemKeychain({ environment })
    expect(await keychain.write('test', 'secret')).toBe('unavailable')
    expect(await keychain.read('test')).toEqual({ kind: 'unavailable' })
  })

  it('does not hang on a bus that accepts and then says nothing', async () => {
    const path = join(folder, 'bus')
    const silent: Server = createServer(() => undefined).listen(path)
    await once(silent, 'listening')
    const keychain = createSystemKeychain({ environment: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${path}` } })
    const durationMs = await took(async () => {
      expect(await keychain.read('test')).toEqual({ kind: 'unavailable' })
    })
    expect(durationMs).toBeLessThan(3_000)
    silent.close()
  })
})

function hasSecretService(): boolean {
  if (process.platform !== 'linux') return false
  try {
    execFileSync('sh', ['-c', 'command -v dbus-daemon && command -v gnome-keyring-daemon && command -v dbus-send'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe.skipIf(!hasSecretService())('a real GNOME keyring', () => {
  let home: string
  let bus: ChildProcess
  let address: string
  let daemon: ChildProcess
  const before = process.env['DBUS_SESSION_BUS_ADDRESS']

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'wondernest-keyring-'))
    // A bus of its own, which starts no services by itself: no prompt program, whatever the machine has.
    writeFileSync(
      join(home, 'bus.conf'),
      `<busconfig><type>session</type><listen>unix:path=${home}/bus</listen><auth>EXTERNAL</auth>
        <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>`,
    )
    bus = spawn('dbus-daemon', [`--config-file=${home}/bus.conf`, '--nofork', '--print-address=1'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [printed] = await once(bus.stdout ?? bus, 'data')
    address = String(printed).trim()
    // The library reads the process's own environment.
    process.env['DBUS_SESSION_BUS_ADDRESS'] = address
    daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { ...process.env, HOME: home, XDG_RUNTIME_DIR: home, DBUS_SESSION_BUS_ADDRESS: address },
    })
    daemon.stdin?.end('a password')
    await serviceIsThere()
  })
  afterAll(() => {
    daemon.kill('SIGKILL')
    bus.kill('SIGKILL')
    if (before === undefined) delete process.env['DBUS_SESSION_BUS_ADDRESS']
    else process.env['DBUS_SESSION_BUS_ADDRESS'] = before
    rmSync(home, { recursive: true, force: true })
  })

  const send = (...message: readonly string[]): string =>
    execFileSync('dbus-send', [`--bus=${address}`, '--print-reply', ...message], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const serviceIsThere = async () => {
    const asked = ['--dest=org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets']
    for (let tries = 0; tries < 50; tries += 1) {
      if (send(...asked).includes('true')) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('the keyring did not come up')
  }
  const lockAll = () =>
    send('--dest=org.freedesktop.secrets', '/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.Lock', 'array:objpath:/org/freedesktop/secrets/collection/login')

  it('keeps a secret, replaces it, and tells when there is none', async () => {
    const keychain = createSystemKeychain()
    expect(keychain.backend).toBe('secret-service')
    expect(await keychain.read('nobody')).toEqual({ kind: 'missing' })
    expect(await keychain.write('vault-1', 'first')).toBe('stored')
    expect(await keychain.write('vault-1', 'second')).toBe('stored')
    expect(await keychain.read('vault-1')).toEqual({ kind: 'found', secret: 'second' })
  })

  it('that is locked says so and does not hang', async () => {
    const keychain = createSystemKeychain({ timeoutMs: 2_000 })
    await keychain.write('vault-2', 'kept')
    lockAll()
    const durationMs = await took(async () => {
      expect(await keychain.read('vault-2')).toEqual({ kind: 'locked' })
    })
    expect(durationMs).toBeLessThan(4_000)
  })

  it('that stopped answering is unavailable within seconds', async () => {
    daemon.kill('SIGSTOP')
    const durationMs = await took(async () => {
      expect(await createSystemKeychain().read('vault-1')).toEqual({ kind: 'unavailable' })
    })
    daemon.kill('SIGCONT')
    expect(durationMs).toBeLessThan(9_000)
  }, 15_000)

  it('that is gone is unavailable', async () => {
    daemon.kill('SIGKILL')
    await once(daemon, 'exit')
    expect(await createSystemKeychain().read('vault-1')).toEqual({ kind: 'unavailable' })
  })
})
