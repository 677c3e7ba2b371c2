// npm test: sets up, checks types and style, builds, and runs every test; the last line is the sum.
// npm test -- unit (or types, lint, e2e, security; several may be named) runs only these.
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readJson } from '../setup/cache.mjs'
import { prepare } from '../setup/index.mjs'
import { inNodeModules, npmCommand, projectRoot } from '../setup/paths.mjs'
import { seconds } from '../setup/progress.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { runTool, SetupError } from '../setup/setup-error.mjs'
import { ensureBuilt } from './build.mjs'
import { appEnvironment } from './electron-app.mjs'
import { runHeadless } from './headless.mjs'
import { checkResult, joinResults, readPlaywright, readVitest, summarize } from './test-results.mjs'

const RESULTS = join(projectRoot, 'test-results')
const CODE_INTERRUPTED = 130
// Tests that mount a small disk to fill it. They run with a view of the disks of their own.
const NEEDS_MOUNT = 'electron/main/vault/full-disk.test.ts'
const PRIVATE_MOUNTS = ['unshare', '--user', '--map-root-user', '--mount']

const PHASES = {
  types: () => runScript('types', 'typecheck'),
  lint: () => runScript('lint', 'lint'),
  build: runBuild,
  unit: runUnit,
  e2e: (setup) => runPlaywright(setup, ['e2e']),
  security: (setup) => runPlaywright(setup, ['security']),
}
// Specs that drive the app need it built; unit tests do not.
const NEEDS_BUILD = ['e2e', 'security']

async function runScript(name, script) {
  const [npm, ...leading] = npmCommand()
  const { code, output } = await runCommand(npm, [...leading, 'run', '--silent', script], { cwd: projectRoot })
  if (code !== 0) console.log(output.trim())
  return checkResult(name, code, output)
}

async function runBuild() {
  try {
    await ensureBuilt()
    return checkResult('build', 0, '')
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    console.log(error.message)
    return checkResult('build', 1, error.message)
  }
}

async function runUnit(setup) {
  if (!(await canMountPrivately())) return runVitest([setup.nodePath], 'unit', [])
  const most = await runVitest([setup.nodePath], 'unit', ['--exclude', NEEDS_MOUNT])
  const disks = await runVitest([...PRIVATE_MOUNTS, setup.nodePath], 'unit-disks', [NEEDS_MOUNT])
  return joinResults(most, disks)
}

/** Whether a process may have a view of the disks of its own, in which it mounts what it likes. */
async function canMountPrivately() {
  if (process.platform !== 'linux') return false
  const [unshare, ...options] = PRIVATE_MOUNTS
  return (await runCommand(unshare, [...options, 'true'])).code === 0
}

async function runVitest([command, ...leading], name, args) {
  const report = join(RESULTS, `${name}.json`)
  await rm(report, { force: true })
  const code = await runHeadless(
    command,
    [
      ...leading,
      ...[inNodeModules('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json'],
      // Nothing is written into the checkout: the account the tests run as may not.
      ...[`--outputFile.json=${report}`, '--configLoader=runner'],
      ...args,
    ],
    { ownedFolders: [RESULTS] },
  )
  stopIfInterrupted(code)
  return readVitest(await readJson(report), code)
}

async function runPlaywright(setup, folders) {
  const report = join(RESULTS, `${folders.join('-')}.json`)
  await rm(report, { force: true })
  const code = await runHeadless(
    setup.nodePath,
    [
      ...[inNodeModules('playwright/cli.js'), 'test', '--config', join(projectRoot, 'test/playwright.config.ts')],
      ...['--reporter=list,json', '--output', join(RESULTS, folders.join('-'))],
      ...folders.map((folder) => `test/${folder}/`),
    ],
    {
      env: { ...appEnvironment(setup), WONDERNEST_ELECTRON: setup.electronPath, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      ownedFolders: [RESULTS, join(projectRoot, 'release')],
    },
  )
  stopIfInterrupted(code)
  return readPlaywright(await readJson(report), code)
}

function stopIfInterrupted(code) {
  if (code === CODE_INTERRUPTED) throw new SetupError('Interrupted.')
}

/** The phases to run, in order, for the names given on the command line. */
function choosePhases(names) {
  const unknown = names.filter((name) => !(name in PHASES))
  if (unknown.length > 0) {
    throw new SetupError(`Unknown: ${unknown.join(', ')}. To choose from: ${Object.keys(PHASES).join(', ')}.`)
  }
  if (names.length === 0) return Object.keys(PHASES)
  const needsBuild = names.some((name) => NEEDS_BUILD.includes(name))
  return Object.keys(PHASES).filter((name) => names.includes(name) || (needsBuild && name === 'build'))
}

async function main() {
  const startedAt = performance.now()
  const phases = choosePhases(process.argv.slice(2))
  const needsApp = phases.some((name) => NEEDS_BUILD.includes(name))
  const needsSession = needsApp || phases.includes('unit')
  const setup = await prepare({
    needs: [...(needsApp ? ['electron', 'package'] : []), ...(needsSession ? ['headless', 'test'] : [])],
  })
  console.log(`Set-up took ${seconds(performance.now() - startedAt)}.`)
  const results = []
  const times = []
  for (const name of phases) {
    const phaseStartedAt = performance.now()
    console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`)
    const built = existsSync(join(projectRoot, 'dist/main/main.cjs'))
    const result =
      NEEDS_BUILD.includes(name) && !built
        ? checkResult(name, 1, 'not run, because the build failed')
        : await PHASES[name](setup)
    results.push(result)
    times.push(`${name} ${seconds(performance.now() - phaseStartedAt)}`)
  }
  const { text, failed } = summarize(results)
  console.log(`\nTook ${seconds(performance.now() - startedAt)}: ${times.join(', ')}.\n`)
  console.log(text)
  return failed > 0 ? 1 : 0
}

await runTool(main)
