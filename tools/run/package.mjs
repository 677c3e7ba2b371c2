// npm run package: an unpacked app with its fuses set and, where Debian's tools are, a .deb of it.
// With --folder-only just the former (what the fuses test uses).
import { join } from 'node:path'
import { prepare } from '../setup/index.mjs'
import { projectRoot } from '../setup/paths.mjs'
import { createProgress } from '../setup/progress.mjs'
import { runTool } from '../setup/setup-error.mjs'
import { ensurePackaged, sizeOf } from './package-app.mjs'
import { canMakeDeb, makeDeb } from './package-deb.mjs'

const BYTES_PER_MB = 1_000_000

async function report(path) {
  console.log(`${path}  ${Math.round((await sizeOf(path)) / BYTES_PER_MB)} MB`)
}

await runTool(async () => {
  const folderOnly = process.argv.includes('--folder-only')
  const setup = await prepare({ needs: folderOnly ? ['electron'] : ['electron', 'package'] })
  const { folder, executable } = await ensurePackaged(setup)
  await report(folder)
  console.log(`start it with ${executable}`)
  if (folderOnly || process.platform !== 'linux') return 0
  if (!canMakeDeb()) {
    console.log('No .deb: Debian’s fakeroot and dpkg are not here.')
    return 0
  }
  const file = await createProgress().step('Making the .deb', () => makeDeb(folder, join(projectRoot, 'release')))
  await report(file)
  return 0
})
