import { readFileSync } from 'node:fs'
import { runCommand, tail } from './run-command.mjs'

const ACCOUNT_NAME = 'wondernest'

/** True when this process has the administrator's rights on Linux or macOS. */
export function runsAsRoot() {
  return process.getuid?.() === 0
}

/**
 * The unprivileged account that tests and demo run as when they are started by root: Chromium refuses to run
 * its sandbox as root, and the shipped app always has its sandbox on, so it is tested with it on.
 * @returns {Promise<{ name: string, uid: number, gid: number } | null>} null when not root on Linux, or when
 *   the account cannot be made (then everything runs as root, and says so)
 */
export async function ensureAccount(progress) {
  if (!runsAsRoot() || process.platform !== 'linux') return null
  const existing = findAccount()
  if (existing !== null) return existing
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent']
  const result = await runCommand('useradd', [...options, '--shell', '/usr/sbin/nologin', ACCOUNT_NAME])
  const created = findAccount()
  if (created !== null) {
    progress.note(`made the system account “${ACCOUNT_NAME}”, so that the app runs unprivileged with its sandbox on`)
    return created
  }
  progress.note(`could not make the system account “${ACCOUNT_NAME}”: ${tail(result.output, 1)}`)
  return null
}

function findAccount() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${ACCOUNT_NAME}:`))
  if (line === undefined) return null
  const [name, , uid, gid] = line.split(':')
  return { name, uid: Number(uid), gid: Number(gid) }
}
