import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ensureAccount, runsAsRoot } from '../setup/account.mjs'
import { pinnedNodePath, projectRoot } from '../setup/paths.mjs'
import { createProgress } from '../setup/progress.mjs'
import { runCommand } from '../setup/run-command.mjs'

const ENTER_BIT = 0o001

// $1 the closed folder, $2 the checkout in it, $3 an empty folder, then uid, gid and the command.
// In a private view of the file system the closed folder is covered by an empty one that holds just the way to the
// checkout. Nobody else sees this, no permission is changed, and it is gone with the last process in it.
const OPEN_THE_WAY = `set -e
mount --rbind "$2" "$3"
mount -t tmpfs -o mode=755 none "$1"
mkdir -p "$2"
# Moved, not bound a second time: the session empties its folder at its end.
mount --move "$3" "$2"
cd "$2"
uid=$4 gid=$5
shift 5
exec setpriv --reuid "$uid" --regid "$gid" --clear-groups "$@"`

/**
 * Who runs a session, and how a command is run as them.
 * @param {string} spareFolder an empty folder the session owns
 * @returns {Promise<{ account: { name: string, uid: number, gid: number } | null, noSandbox: boolean,
 *   wrap: (command: string, args: readonly string[]) => { command: string, args: readonly string[],
 *   options: { uid?: number, gid?: number } } }>}
 */
export async function chooseIdentity(spareFolder) {
  const account = await ensureAccount(createProgress())
  const ways = [asAccount(account), ...(account === null ? [] : await throughClosedFolder(account, spareFolder))]
  for (const wrap of ways) {
    if (account !== null && !(await canReadCheckout(wrap))) continue
    if (account === null && runsAsRoot()) break
    const noSandbox = !(await succeeds(wrap('unshare', ['--user', 'true'])))
    if (noSandbox) console.log(`Note: ordinary accounts cannot make user namespaces on this machine. ${WITHOUT}`)
    return { account, noSandbox, wrap }
  }
  console.log(`Note: no ordinary account can read ${projectRoot}, so this runs as root. ${WITHOUT}`)
  return { account: null, noSandbox: true, wrap: asAccount(null) }
}

const WITHOUT = 'Tests and demo run without Chromium’s sandbox.'

function asAccount(account) {
  const options = account === null ? {} : { uid: account.uid, gid: account.gid }
  return (command, args) => ({ command, args, options })
}

/** A way to a checkout below a folder closed to others, such as root's home; empty if that is not the obstacle. */
async function throughClosedFolder({ uid, gid }, spareFolder) {
  const closed = await outermostClosedFolder(projectRoot)
  if (closed === null || spareFolder.startsWith(`${closed}/`)) return []
  const leading = [
    '--mount',
    'sh',
    '-c',
    OPEN_THE_WAY,
    'sh',
    closed,
    projectRoot,
    spareFolder,
    String(uid),
    String(gid),
  ]
  return [(command, args) => ({ command: 'unshare', args: [...leading, command, ...args], options: {} })]
}

async function outermostClosedFolder(path) {
  const parent = dirname(path)
  if (parent === path) return null
  const further = await outermostClosedFolder(parent)
  if (further !== null) return further
  return ((await stat(parent)).mode & ENTER_BIT) === 0 ? parent : null
}

function canReadCheckout(wrap) {
  const script = `require('node:fs').readFileSync(${JSON.stringify(join(projectRoot, 'package.json'))})`
  return succeeds(wrap(pinnedNodePath, ['-e', script]))
}

async function succeeds({ command, args, options }) {
  return (await runCommand(command, args, { ...options, cwd: '/' })).code === 0
}
