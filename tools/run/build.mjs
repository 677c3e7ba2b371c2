import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { createHash } from 'node:crypto'
import { ensureCacheFolder, readJson, sha256, writeJson } from '../setup/cache.mjs'
import { withLock } from '../setup/lock.mjs'
import { inNodeModules, pinnedNodePath, projectRoot } from '../setup/paths.mjs'
import { createProgress } from '../setup/progress.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { SetupError } from '../setup/setup-error.mjs'

const STAMP = join(projectRoot, 'dist/.build-stamp.json')
const SOURCES = ['common', 'electron', 'renderer', 'resources']
const SINGLE_FILES = ['package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.base.json']
const TESTS = /\.test\.tsx?$/
const BUILT = [
  'main/main.cjs',
  'preload/console.cjs',
  'preload/kiosk.cjs',
  'listener/listener.cjs',
  'analyse/analyse.mjs',
]

/**
 * Builds `dist/` if it is not up to date with its sources; up to date is decided by content, not by dates.
 * @returns {Promise<string>} the hash of the sources `dist/` was built from
 * @throws {SetupError} when the build fails
 */
export async function ensureBuilt() {
  const sources = await hashSources()
  if (await isCurrent(sources)) return sources
  const cache = await ensureCacheFolder()
  const progress = createProgress()
  await withLock(
    join(cache, 'locks', `build-${sha256(projectRoot).slice(0, 16)}.lock`),
    async () => {
      if (await isCurrent(sources)) return
      await progress.step('Building the app', async () => {
        const vite = inNodeModules('vite/bin/vite.js')
        const { code, output } = await runCommand(pinnedNodePath, [vite, 'build', '--app', '--logLevel', 'warn'], {
          cwd: projectRoot,
        })
        if (code !== 0) throw new SetupError(`The app could not be built:\n${output.trim()}`)
      })
      await writeJson(STAMP, { sources })
    },
    () => progress.note('waiting for another build of this checkout'),
  )
  return sources
}

async function isCurrent(sources) {
  const stamp = await readJson(STAMP)
  return stamp?.sources === sources && BUILT.every((path) => existsSync(join(projectRoot, 'dist', path)))
}

/** Hash over the names and contents of everything the build reads. */
export async function hashSources() {
  const found = await Promise.all(SOURCES.map(filesBelow))
  const paths = [...SINGLE_FILES, ...found.flat()].sort()
  return hashFiles(paths)
}

/** Hash over the names and contents of the given files (paths below the project's root; missing ones count as empty). */
export async function hashFiles(paths) {
  const contents = await Promise.all(paths.map((path) => readFile(join(projectRoot, path)).catch(() => '')))
  const hash = createHash('sha256')
  for (const [index, path] of paths.entries())
    hash.update(`${path}\0${contents[index].length}\0`).update(contents[index])
  return hash.digest('hex')
}

async function filesBelow(folder) {
  const entries = await readdir(join(projectRoot, folder), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && !TESTS.test(entry.name) && extname(entry.name) !== '.md')
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(projectRoot.length + 1))
}
