import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createHash, randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { runsAsRoot } from './account.mjs'

/**
 * Where downloads and compiled parts rest, outside the checkout so that a clean one can reuse them.
 * Started as root, tests and demo run as an unprivileged account, which must be able to read it:
 * hence not root's home folder.
 */
export function cacheFolder(env = process.env) {
  if (env['WONDERNEST_CACHE_DIR']) return env['WONDERNEST_CACHE_DIR']
  if (runsAsRoot() && process.platform === 'linux') return '/var/cache/wondernest-desktop'
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'wondernest-desktop')
  if (process.platform === 'win32' && env['LOCALAPPDATA']) {
    return join(env['LOCALAPPDATA'], 'wondernest-desktop', 'Cache')
  }
  return join(homedir(), '.cache', 'wondernest-desktop')
}

/** Makes the cache folder and everything above what is missing readable for the account. */
export async function ensureCacheFolder() {
  const folder = cacheFolder()
  await mkdir(folder, { recursive: true })
  if (runsAsRoot()) await chmod(folder, 0o755)
  return folder
}

/** A JSON file's content, or null when it is missing or broken (a broken stamp means: do the work again). */
export async function readJson(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return null
  }
}

/** Writes a JSON file in one step: a reader sees the old content or the new one, never half. */
export async function writeJson(path, value) {
  const partial = `${path}.${randomUUID()}`
  await writeFile(partial, `${JSON.stringify(value, null, 2)}\n`)
  await rename(partial, path)
}

/** Hex SHA-256 of text or bytes. */
export function sha256(data) {
  return createHash('sha256').update(data).digest('hex')
}

const PARTIAL_PREFIX = '.partial-'

/**
 * Lets `fill` make a folder's content under a temporary name and moves it to `target` only when complete.
 * What an interrupted run left behind is removed. Call it while holding the lock of that folder.
 */
export async function fillAtomically(parent, target, fill) {
  await mkdir(parent, { recursive: true })
  for (const name of await readdir(parent)) {
    if (name.startsWith(PARTIAL_PREFIX)) await rm(join(parent, name), { recursive: true, force: true })
  }
  const partial = join(parent, `${PARTIAL_PREFIX}${randomUUID().slice(0, 8)}`)
  await mkdir(partial)
  try {
    await fill(partial)
    await rm(target, { recursive: true, force: true })
    await rename(partial, target)
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}
