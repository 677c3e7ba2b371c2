import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from 'playwright/test'
import { projectRoot } from '../support/launch-app'

const run = promisify(execFile)
// How the executable stores a fuse: one character. The package does not export its names for these.
const DISABLED = '0'.charCodeAt(0)
const ENABLED = '1'.charCodeAt(0)
const PACKAGING_TIMEOUT_MS = 180_000
const RUN_AS_NODE_WAIT_MS = 4_000

let executable = ''

test.beforeAll(async () => {
  test.setTimeout(PACKAGING_TIMEOUT_MS)
  // Does nothing when release/ is up to date.
  const { stdout } = await run(process.execPath, ['tools/run/package.mjs', '--folder-only'], { cwd: projectRoot })
  executable = /^start it with (.+)$/m.exec(stdout)?.[1] ?? ''
  expect(existsSync(executable), stdout).toBe(true)
})

const OFF = [
  ['runs as plain Node (ELECTRON_RUN_AS_NODE)', FuseV1Options.RunAsNode],
  ['takes Node options from the environment (NODE_OPTIONS)', FuseV1Options.EnableNodeOptionsEnvironmentVariable],
  ['opens a debugger (--inspect)', FuseV1Options.EnableNodeCliInspectArguments],
  ['gives file:// pages extra rights', FuseV1Options.GrantFileProtocolExtraPrivileges],
] as const

const ON = [
  ['encrypts cookies', FuseV1Options.EnableCookieEncryption],
  ['loads the app from its archive only', FuseV1Options.OnlyLoadAppFromAsar],
] as const

test.describe('the packaged app', () => {
  for (const [behaviour, fuse] of OFF) {
    test(`never ${behaviour}`, async () => {
      const fuses = await getCurrentFuseWire(executable)
      expect(fuses[fuse]).toBe(DISABLED)
    })
  }

  for (const [behaviour, fuse] of ON) {
    test(behaviour, async () => {
      const fuses = await getCurrentFuseWire(executable)
      expect(fuses[fuse]).toBe(ENABLED)
    })
  }

  test('does not become Node when asked to by the environment', async () => {
    // As Node it prints the number at once and ends; as the app it opens its window and is then ended from here.
    const stdout = await new Promise<string>((resolve) => {
      const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
      const options = { env, timeout: RUN_AS_NODE_WAIT_MS, killSignal: 'SIGKILL' as const }
      execFile(executable, ['-p', '6 * 7'], options, (_error, output) => { resolve(output) })
    })
    expect(stdout).not.toContain('42')
  })

  test('holds no starter app beside its archive, and no source or test', () => {
    test.skip(process.platform === 'darwin', 'the bundle on macOS is laid out differently')
    const resources = join(executable, '..', 'resources')
    expect(existsSync(join(resources, 'app.asar'))).toBe(true)
    expect(existsSync(join(resources, 'app'))).toBe(false)
    const files = listPackage(join(resources, 'app.asar'), { isPack: false })
    const folders = new Set(files.map((file) => file.split(/[\\/]/)[1]))
    expect([...folders].sort()).toEqual(expect.arrayContaining(['dist', 'node_modules', 'package.json']))
    for (const foreign of ['electron', 'test', 'tools', 'renderer', 'common', 'docs', '.git']) {
      expect(folders).not.toContain(foreign)
    }
  })
})
