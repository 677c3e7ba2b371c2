import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const HEARTBEAT_MS = 3_000
// An owner touches its lock every three seconds; one not touched for this long belongs to a process that is gone.
// Process ids would not do: the cache may be shared between containers, where the same id means another process.
const STALE_MS = 20_000
const POLL_MS = 250

/**
 * Runs `task` while holding the lock file at `path`, so that two set-ups at once do not clash.
 * The second one waits and then usually finds the work done.
 * @param {string} path
 * @param {() => Promise<unknown>} task
 * @param {() => void} [onWait] called once if another process holds the lock
 */
export async function withLock(path, task, onWait) {
  const token = `${process.pid} ${randomUUID()}`
  await mkdir(dirname(path), { recursive: true })
  let announced = false
  while (!(await tryAcquire(path, token))) {
    await removeIfStale(path)
    if (!announced) {
      announced = true
      onWait?.()
    }
    await delay(POLL_MS)
  }
  const heartbeat = setInterval(() => {
    utimes(path, new Date(), new Date()).catch(() => {
      // Taken over after this process was suspended; the guarded work ends in an atomic rename, so nothing is lost.
    })
  }, HEARTBEAT_MS)
  try {
    return await task()
  } finally {
    clearInterval(heartbeat)
    const content = await readFile(path, 'utf8').catch(() => '')
    if (content === token) await rm(path, { force: true })
  }
}

async function tryAcquire(path, token) {
  try {
    await writeFile(path, token, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

async function isStale(path) {
  const info = await stat(path).catch(() => null)
  return info !== null && Date.now() - info.mtimeMs > STALE_MS
}

/** Renaming first means that, of several waiters, only one removes a given lock file. */
async function removeIfStale(path) {
  if (!(await isStale(path))) return
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if (await isStale(aside)) await rm(aside, { force: true })
  // Another waiter was quicker and this is its fresh lock: it gets it back.
  else await rename(aside, path)
}
