// npm run bench: sets up, builds and runs the measurements in a private session.
import { join } from 'node:path'
import { prepare } from '../setup/index.mjs'
import { projectRoot } from '../setup/paths.mjs'
import { runTool } from '../setup/setup-error.mjs'
import { ensureBuilt } from './build.mjs'
import { appEnvironment } from './electron-app.mjs'
import { runHeadless } from './headless.mjs'

const RESULTS = 'bench-results.json'

await runTool(async () => {
  const setup = await prepare({ needs: ['electron', 'headless'] })
  await ensureBuilt()
  return runHeadless(setup.nodePath, [join(projectRoot, 'test/bench/run.mjs'), ...process.argv.slice(2)], {
    env: { ...appEnvironment(setup), WONDERNEST_ELECTRON: setup.electronPath },
    ownedFiles: [join(projectRoot, RESULTS)],
  })
})
