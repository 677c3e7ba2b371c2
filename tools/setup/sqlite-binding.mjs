import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fillAtomically, readJson, sha256, writeJson } from './cache.mjs'
import { ensurePackages } from './debian-packages.mjs'
import { nodeApiVersionOf } from './electron-runtime.mjs'
import { withLock } from './lock.mjs'
import { inNodeModules, pinnedNodePath, projectRoot } from './paths.mjs'
import { runCommand, tail } from './run-command.mjs'
import { SetupError } from './setup-error.mjs'
import { verifyBinding } from './verify-sqlite-binding.mjs'

const PACKAGE = 'better-sqlite3-multiple-ciphers'
// The package's prebuilt binary asks for this Node-API; a runtime below it crashes when it loads the binary.
const PREBUILT_NODE_API = 10
// See docs/adr/0002-native-sqlite-binding.md: the two Node-API 10 functions in use exist in older runtimes as
// experimental ones, so the same source compiles against those without a change.
const CXXFLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT -DNAPI_VERSION=2147483647'
const BINARY = 'better_sqlite3.node'

/**
 * The database binding for an Electron whose Node-API is too old for the prebuilt one, compiled if need be.
 * @returns {Promise<string | null>} its path, or null where the prebuilt one serves
 */
export async function ensureSqliteBinding({ cache, progress, electronPath }) {
  const nodeApi = await nodeApiVersionOf(electronPath, { cache })
  if (nodeApi >= PREBUILT_NODE_API) return null
  const { version } = JSON.parse(await readFile(inNodeModules(PACKAGE, 'package.json'), 'utf8'))
  const flags = sha256(CXXFLAGS).slice(0, 8)
  const parent = join(cache, 'sqlite')
  const folder = join(parent, `${version}-napi${nodeApi}-${process.platform}-${process.arch}-${flags}`)
  const binary = join(folder, BINARY)
  const isReady = async () => existsSync(binary) && (await readJson(join(folder, 'ready.json'))) !== null
  if (await isReady()) return binary
  await ensurePackages(['build'], { progress })
  await withLock(
    join(cache, 'locks', 'sqlite.lock'),
    async () => {
      if (await isReady()) return
      await progress.step('Database module: compiling it for this Electron (a minute or two)', (say) =>
        fillAtomically(parent, folder, async (partial) => {
          await compile(join(partial, BINARY), say)
          say('checking that it writes and reads an encrypted file')
          await verifyBinding(electronPath, join(partial, BINARY))
          await writeJson(join(partial, 'ready.json'), { package: `${PACKAGE}@${version}`, nodeApi })
        }),
      )
    },
    () => progress.note('waiting for another set-up that compiles the database module'),
  )
  return binary
}

/** Compiles in a copy: in node_modules the result would shadow the prebuilt binary that Node 24 uses. */
async function compile(target, say) {
  const folder = await mkdtemp(join(tmpdir(), 'wondernest-sqlite-'))
  try {
    const source = join(folder, 'node_modules', PACKAGE)
    await mkdir(source, { recursive: true })
    for (const part of ['binding.gyp', 'deps', 'lib', 'package.json', 'src']) {
      await cp(inNodeModules(PACKAGE, part), join(source, part), { recursive: true })
    }
    await cp(inNodeModules('node-addon-api'), join(folder, 'node_modules/node-addon-api'), { recursive: true })
    const gyp = inNodeModules('node-gyp/bin/node-gyp.js')
    const headers = headersFolder()
    const args = ['rebuild', '--release', '--force_build=1', ...(headers === null ? [] : [`--nodedir=${headers}`])]
    const { code, output } = await runCommand(pinnedNodePath, [gyp, ...args], {
      cwd: source,
      env: {
        ...process.env,
        CXXFLAGS,
        // The build file calls `node`.
        PATH: `${dirname(pinnedNodePath)}${delimiter}${process.env['PATH'] ?? ''}`,
      },
      onLine: (line) => say(`compiling: ${line.slice(0, 100)}`),
    })
    if (code !== 0) throw new SetupError(`The database module could not be compiled:\n${tail(output)}`)
    await copyFile(join(source, 'build/Release', BINARY), target)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A folder whose `include/node` holds Node's headers: the host's, or those that come with the pinned Node. */
function headersFolder() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const candidates = [
    ...[process.env['npm_node_execpath'], process.execPath].flatMap((path) => (path ? [dirname(dirname(path))] : [])),
    join(projectRoot, `node_modules/node/node_modules/node-${platform}-${process.arch}`),
  ]
  return candidates.find((folder) => existsSync(join(folder, 'include/node/node_api.h'))) ?? null
}
