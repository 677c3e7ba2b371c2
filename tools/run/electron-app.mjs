import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runsAsRoot } from '../setup/account.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { SetupError } from '../setup/setup-error.mjs'

const SETUID_BIT = 0o4000

/**
 * The variables the app reads when it runs from a checkout.
 * @param {{ sqliteBindingPath: string | null }} setup
 */
export function appEnvironment(setup) {
  return setup.sqliteBindingPath === null ? {} : { WONDERNEST_SQLITE_BINDING: setup.sqliteBindingPath }
}

/**
 * Some distributions (Ubuntu 24.04) keep ordinary accounts from making the user namespaces that Chromium's sandbox
 * uses; Electron then stops with a message few understand.
 * @throws {SetupError} in that case, with the one command that helps
 */
export async function explainMissingSandbox(electronPath) {
  if (process.platform !== 'linux' || runsAsRoot()) return
  if ((await runCommand('unshare', ['--user', 'true'])).code === 0) return
  const helper = join(dirname(electronPath), 'chrome-sandbox')
  const info = await stat(helper).catch(() => null)
  if (info !== null && info.uid === 0 && (info.mode & SETUID_BIT) !== 0) return
  throw new SetupError(
    'This system keeps ordinary accounts from making user namespaces, which Chromium’s sandbox needs.\n' +
      'Its other way is a helper that belongs to root. Run this once, then start again:\n\n' +
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  )
}
