import { pathToFileURL } from 'node:url'
import { ensureAccount } from './account.mjs'
import { ensureCacheFolder } from './cache.mjs'
import { ensurePackages } from './debian-packages.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { ensureNodeModules } from './node-modules.mjs'
import { pinnedNodePath } from './paths.mjs'
import { createProgress, seconds } from './progress.mjs'
import { runTool, SetupError } from './setup-error.mjs'
import { ensureSqliteBinding } from './sqlite-binding.mjs'

const OLDEST_NODE = 20

/** What a caller may need; node_modules is always made sure of. */
const NEEDS = ['electron', 'headless', 'test', 'package']

/**
 * Finds what is missing for the named needs and gets it, saying what it does. Does nothing, silently and in a
 * fraction of a second, when all is there.
 * @param {{ needs: readonly ('electron' | 'headless' | 'test' | 'package')[], retryDownload?: boolean }} options
 *   `electron`: the runtime, its libraries and the database module for it · `headless`: a software display, sound
 *   card and keychain · `test`: tools tests use · `package`: tools to make a .deb (their absence is only told)
 * @returns {Promise<{ electronPath: string | null, sqliteBindingPath: string | null, nodePath: string,
 *   account: { name: string, uid: number, gid: number } | null }>} `electronPath` is null unless needed;
 *   `sqliteBindingPath` is null where the prebuilt binding serves; `account` is null unless started as root
 * @throws {SetupError} with what to do about it
 */
export async function prepare({ needs, retryDownload = false }) {
  refuseOldNode()
  // What root makes here is read by the unprivileged account too.
  if (process.getuid?.() === 0) process.umask(0o022)
  const progress = createProgress()
  const cache = await ensureCacheFolder()
  const strictGroups = [
    ...(needs.includes('electron') ? ['app'] : []),
    ...(needs.includes('headless') ? ['headless'] : []),
    ...(needs.includes('test') ? ['test'] : []),
  ]
  await ensurePackages(strictGroups, { progress })
  if (needs.includes('package')) await ensurePackages(['package'], { progress, strict: false })
  await ensureNodeModules({ cache, progress })
  const account = needs.includes('headless') ? await ensureAccount(progress) : null
  if (!needs.includes('electron')) {
    return { electronPath: null, sqliteBindingPath: null, nodePath: pinnedNodePath, account }
  }
  const electronPath = await ensureElectron({ cache, progress, retryDownload })
  const sqliteBindingPath = await ensureSqliteBinding({ cache, progress, electronPath })
  return { electronPath, sqliteBindingPath, nodePath: pinnedNodePath, account }
}

function refuseOldNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < OLDEST_NODE) {
    throw new SetupError(
      `Node ${OLDEST_NODE} or newer is needed; this is ${process.version}. Get it from https://nodejs.org.`,
    )
  }
}

async function main() {
  const startedAt = performance.now()
  const named = NEEDS.filter((need) => process.argv.includes(need))
  const needs = named.length > 0 ? named : ['electron', 'headless', 'test']
  const result = await prepare({ needs, retryDownload: process.argv.includes('--retry-download') })
  console.log(`Set up (${seconds(performance.now() - startedAt)}).`)
  if (result.electronPath !== null) console.log(`  Electron         ${result.electronPath}`)
  if (result.electronPath !== null) console.log(`  database module  ${result.sqliteBindingPath ?? 'the prebuilt one'}`)
  console.log(`  Node             ${result.nodePath}`)
  if (result.account !== null) console.log(`  account          ${result.account.name}`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await runTool(main)
