import { existsSync } from 'node:fs'
import { runsAsRoot } from './account.mjs'
import { runCommand, tail } from './run-command.mjs'
import { SetupError } from './setup-error.mjs'

// A name with alternatives covers newer Debian and Ubuntu releases, which renamed some libraries (64-bit time).
// `libpulse0` is what the microphone library loads at run time; without it no sound server is seen.
const GROUPS = {
  app: [
    'libgtk-3-0|libgtk-3-0t64',
    'libnss3',
    'libasound2|libasound2t64',
    'libgbm1',
    'libxss1',
    'libatk-bridge2.0-0|libatk-bridge2.0-0t64',
    'libdrm2',
    'libxkbcommon0',
    'libsecret-1-0',
    'libpulse0',
  ],
  headless: [
    ...['xvfb', 'xauth', 'openbox', 'dbus', 'dbus-x11', 'pulseaudio', 'pulseaudio-utils'],
    ...['espeak-ng', 'sox', 'gnome-keyring', 'libsecret-tools'],
  ],
  test: ['xdotool', 'strace', 'poppler-utils'],
  build: ['g++', 'make', 'python3'],
  package: ['fakeroot', 'dpkg'],
}

const PURPOSE = {
  app: 'libraries Electron needs',
  headless: 'a display and a sound card made of software',
  test: 'tools the tests use',
  build: 'a compiler for the database module',
  package: 'tools to make a .deb',
}

/** True where packages can be looked up with dpkg. */
export function hasDpkg() {
  return process.platform === 'linux' && existsSync('/usr/bin/dpkg-query')
}

/**
 * Which packages of the named groups are not installed. Empty on systems without dpkg: there nothing is known.
 * @param {readonly (keyof typeof GROUPS)[]} groups
 * @returns {Promise<readonly string[]>} entries as in GROUPS, alternatives included
 */
export async function missingPackages(groups) {
  if (!hasDpkg()) return []
  const wanted = [...new Set(groups.flatMap((group) => GROUPS[group]))]
  const names = wanted.flatMap((entry) => entry.split('|'))
  const { output } = await runCommand('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\n', ...names])
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  return wanted.filter((entry) => !entry.split('|').some((name) => installed.has(name)))
}

/**
 * Installs what is missing of the named groups when that is allowed (root, apt-get);
 * otherwise throws a SetupError holding the one command to run.
 * With `strict: false` it only says so and goes on.
 */
export async function ensurePackages(groups, { progress, strict = true }) {
  const missing = await missingPackages(groups)
  if (missing.length === 0) return
  const purpose = groups.map((group) => PURPOSE[group]).join(', ')
  const names = await installableNames(missing)
  if (!runsAsRoot() || !existsSync('/usr/bin/apt-get')) {
    const message = `Missing: ${purpose}.\nRun this once, then start again:\n\n  sudo apt-get update && sudo apt-get install --no-install-recommends ${names.join(' ')}`
    if (strict) throw new SetupError(message)
    progress.note(message)
    return
  }
  await progress.step(`Debian packages: ${purpose}`, async (say) => {
    say('reading package lists')
    await aptGet(['update'], say, { tolerant: true })
    const resolved = await installableNames(missing)
    progress.note(`installing ${resolved.join(' ')}`)
    await aptGet(['install', '-y', '--no-install-recommends', ...resolved], say)
  })
}

/** Of alternatives, the one this release's package lists offer. */
async function installableNames(entries) {
  return Promise.all(
    entries.map(async (entry) => {
      const names = entry.split('|')
      if (names.length === 1) return entry
      const { output } = await runCommand('apt-cache', ['policy', ...names])
      // One block a package: "name:" and below it "  Candidate: 1.2" or "(none)".
      const candidate = names.find((name) => new RegExp(`^${name}:\\n[^\\n]*\\n  Candidate: [^(]`, 'm').test(output))
      return candidate ?? names[0]
    }),
  )
}

async function aptGet(args, say, { tolerant = false } = {}) {
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3']
  const { code, output } = await runCommand('apt-get', [...options, ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
    onLine: say,
  })
  // A failed update need not matter: the lists already here may hold what is wanted.
  if (code === 0 || tolerant) return
  throw new SetupError(`apt-get ${args.join(' ')} failed:\n${tail(output)}`)
}
