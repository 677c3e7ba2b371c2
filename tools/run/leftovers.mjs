import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'

/** The environment variable that marks every process of one session, so that none outlives it. */
export const SESSION_MARK = 'WONDERNEST_SESSION'

const GRACE_MS = 1_500
const POLL_MS = 50

/**
 * Ends every process that carries the session's mark, whatever its parent is by now: politely, then firmly.
 * Processes of other sessions and of the user are never touched.
 * @param {string} session the mark's value
 */
export async function endLeftovers(session) {
  const deadline = Date.now() + GRACE_MS
  let left = await marked(session)
  signal(left, 'SIGTERM')
  while (left.length > 0 && Date.now() < deadline) {
    await delay(POLL_MS)
    left = await marked(session)
  }
  signal(left, 'SIGKILL')
}

async function marked(session) {
  const mark = `${SESSION_MARK}=${session}`
  const names = await readdir('/proc').catch(() => [])
  const ids = names.filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(
    ids.map(async (id) => {
      if (id === process.pid) return false
      // Unreadable: a process of someone else, or one that has just ended.
      const environment = await readFile(`/proc/${id}/environ`, 'latin1').catch(() => '')
      return environment.split('\0').includes(mark)
    }),
  )
  return ids.filter((_, index) => found[index])
}

function signal(ids, name) {
  for (const id of ids) {
    try {
      process.kill(id, name)
    } catch {
      // It has just ended by itself.
    }
  }
}
