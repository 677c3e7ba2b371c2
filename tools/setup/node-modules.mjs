import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readJson, sha256, writeJson } from './cache.mjs'
import { withLock } from './lock.mjs'
import { inNodeModules, npmCommand, pinnedNodePath, projectRoot } from './paths.mjs'
import { runCommand } from './run-command.mjs'
import { SetupError } from './setup-error.mjs'

const REASON_LINES = 12
const STAMP = inNodeModules('.wondernest-stamp.json')

/**
 * Installs the npm packages of package-lock.json unless they are installed already.
 * @param {{ cache: string, progress: ReturnType<import('./progress.mjs').createProgress> }} context
 */
export async function ensureNodeModules({ cache, progress }) {
  if (await isCurrent()) return
  const lockPath = join(cache, 'locks', `node-modules-${sha256(projectRoot).slice(0, 16)}.lock`)
  await withLock(
    lockPath,
    async () => {
      if (await isCurrent()) return
      if (!(await matchesLockFile())) await install(progress)
      if (!existsSync(pinnedNodePath)) await installPinnedNode(progress)
      await writeJson(STAMP, await inputs())
    },
    () => progress.note('waiting for another set-up of this checkout'),
  )
}

async function inputs() {
  const lock = await readFile(join(projectRoot, 'package-lock.json'))
  return { lock: sha256(lock), platform: process.platform, arch: process.arch }
}

async function isCurrent() {
  const stamp = await readJson(STAMP)
  if (stamp === null || !existsSync(pinnedNodePath)) return false
  return JSON.stringify(stamp) === JSON.stringify(await inputs())
}

/**
 * True when what npm noted as installed is what the lock file asks for: someone ran npm by hand,
 * and installing again would only throw the same files away and fetch them anew.
 */
async function matchesLockFile() {
  const [wanted, installed] = await Promise.all([
    readJson(join(projectRoot, 'package-lock.json')),
    readJson(inNodeModules('.package-lock.json')),
  ])
  if (wanted === null || installed === null) return false
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '') return true
    const present = installed.packages[path]
    if (present === undefined) return entry.optional === true || entry.devOptional === true || entry.peer === true
    return present.version === entry.version && present.integrity === entry.integrity
  })
}

async function install(progress) {
  await progress.step('npm packages: npm ci', async (say) => {
    // On Windows a running node.exe cannot be deleted, and `npm ci` deletes all of node_modules.
    const runsFromNodeModules = process.execPath.startsWith(inNodeModules())
    const verb = process.platform === 'win32' && runsFromNodeModules ? 'install' : 'ci'
    // Install scripts are off, see .npmrc: they would reach for other networks and for a compiler.
    await npm([verb, '--no-audit', '--no-fund', '--ignore-scripts'], say)
  })
}

/** The package `node` brings its executable by an install script, the only one that is run. */
async function installPinnedNode(progress) {
  await progress.step('Node for the tools: fetching from the npm registry', async (say) => {
    await npm(['rebuild', 'node', '--no-ignore-scripts'], say)
    if (!existsSync(pinnedNodePath)) {
      throw new SetupError(
        `The package “node” did not bring its executable ${pinnedNodePath}. Delete node_modules and start again.`,
      )
    }
  })
}

async function npm(args, say) {
  const [command, ...leading] = npmCommand()
  const { code, output } = await runCommand(command, [...leading, ...args], {
    cwd: projectRoot,
    onLine: (line) => {
      if (!line.startsWith('npm warn')) say(line)
    },
  })
  if (code === 0) return
  throw new SetupError(`npm ${args[0]} failed. If the network was away, start again.\n${npmReason(output)}`)
}

/** npm ends its errors with a page of usage; the reason is in the first lines. */
function npmReason(output) {
  const errors = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line))
  return (errors.length > 0 ? errors : output.trim().split('\n')).slice(0, REASON_LINES).join('\n')
}
