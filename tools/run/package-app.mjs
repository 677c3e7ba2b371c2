import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readJson, sha256, writeJson } from '../setup/cache.mjs'
import { withLock } from '../setup/lock.mjs'
import { inNodeModules, pinnedNodePath, projectRoot } from '../setup/paths.mjs'
import { createProgress } from '../setup/progress.mjs'
import { runCommand, tail } from '../setup/run-command.mjs'
import { SetupError } from '../setup/setup-error.mjs'
import { ensureBuilt, hashFiles } from './build.mjs'

const RELEASE = join(projectRoot, 'release')
// Named in electron-builder.yml, which takes only paths below the project.
const NATIVE = join(RELEASE, '.native')
const STAMP = join(RELEASE, '.package-stamp.json')
const PLATFORM_FLAG = { linux: '--linux', darwin: '--mac', win32: '--win' }
const INPUTS = ['electron-builder.yml', 'package-lock.json', 'tools/run/package-app.mjs']

/**
 * Packages the app into an unpacked folder below `release/`, with the fuses of electron-builder.yml,
 * if the one there is not up to date.
 * @param {{ electronPath: string, sqliteBindingPath: string | null }} setup
 * @returns {Promise<{ folder: string, executable: string }>}
 * @throws {SetupError} when packaging fails
 */
export async function ensurePackaged(setup) {
  const sources = await ensureBuilt()
  const files = [...INPUTS, ...(await modelFiles())]
  const inputs = sha256([sources, await hashFiles(files), setup.electronPath, setup.sqliteBindingPath].join('\n'))
  const packaged = packagedApp()
  const isCurrent = async () => (await readJson(STAMP))?.inputs === inputs && existsSync(packaged.executable)
  if (await isCurrent()) return packaged
  // In release/, which tests under the unprivileged account may write to, unlike the cache.
  await withLock(join(RELEASE, '.package.lock'), async () => {
    if (await isCurrent()) return
    await createProgress().step('Packaging the app', () => runBuilder(setup))
    await writeJson(STAMP, { inputs })
  })
  return packaged
}

function packagedApp() {
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`
  if (process.platform === 'darwin') {
    const folder = join(RELEASE, `mac${arch}`)
    return { folder, executable: join(folder, 'WonderNest.app/Contents/MacOS/WonderNest') }
  }
  if (process.platform === 'win32') {
    const folder = join(RELEASE, `win${arch}-unpacked`)
    return { folder, executable: join(folder, 'WonderNest.exe') }
  }
  const folder = join(RELEASE, `linux${arch}-unpacked`)
  return { folder, executable: join(folder, 'wondernest') }
}

async function modelFiles() {
  const entries = await readdir(join(projectRoot, 'models'), { recursive: true }).catch(() => [])
  return entries
    .filter((entry) => entry.endsWith('.onnx'))
    .sort()
    .map((entry) => join('models', entry))
}

async function runBuilder({ electronPath, sqliteBindingPath }) {
  const stage = await mkdtemp(join(tmpdir(), 'wondernest-package-'))
  try {
    await mkdir(NATIVE, { recursive: true })
    if (sqliteBindingPath !== null) await copyFile(sqliteBindingPath, join(NATIVE, 'better_sqlite3.node'))
    const overrides = [
      ...(await electronOverrides(electronPath, stage)),
      ...(process.platform === 'linux' ? [] : ['-c.electronFuses.enableEmbeddedAsarIntegrityValidation=true']),
    ]
    await rm(packagedApp().folder, { recursive: true, force: true })
    const { code, output } = await runCommand(
      pinnedNodePath,
      [
        inNodeModules('electron-builder/cli.js'),
        PLATFORM_FLAG[process.platform],
        'dir',
        `--${process.arch}`,
        ...overrides,
      ],
      {
        cwd: projectRoot,
        // Only a stated identity signs; none is looked for in a developer's keychain.
        env: { CSC_IDENTITY_AUTO_DISCOVERY: 'false', ...process.env },
      },
    )
    if (code !== 0) throw new SetupError(`electron-builder failed:\n${tail(output, 30)}`)
  } finally {
    await rm(stage, { recursive: true, force: true })
    await rm(NATIVE, { recursive: true, force: true })
  }
}

/** Names the Electron in use, without the starter app that the one from the npm registry carries. */
async function electronOverrides(electronPath, stage) {
  if (process.platform !== 'linux') return []
  const dist = dirname(electronPath)
  const version = (await readFile(join(dist, 'version'), 'utf8')).trim().replace(/^v/, '')
  const clean = join(stage, 'electron')
  const left = [join(dist, 'resources/app'), join(dist, 'ready.json')]
  await cp(dist, clean, { recursive: true, filter: (source) => !left.includes(source) })
  return [`-c.electronDist=${clean}`, `-c.electronVersion=${version}`]
}

/** Size in bytes of a file or of everything in a folder. */
export async function sizeOf(path) {
  const info = await stat(path)
  if (!info.isDirectory()) return info.size
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(join(entry.parentPath ?? entry.path, entry.name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
