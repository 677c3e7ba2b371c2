import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's top folder. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Node's executable of the version the tools are pinned to (devDependency `node`); exists after `npm ci`. */
export const pinnedNodePath = join(
  projectRoot,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

/** A file inside node_modules, as an absolute path. */
export function inNodeModules(...parts) {
  return join(projectRoot, 'node_modules', ...parts)
}

/** Where Electron's executable lies inside an unpacked distribution, for this operating system. */
export function electronExecutableIn(distFolder) {
  const name =
    process.platform === 'darwin'
      ? 'Electron.app/Contents/MacOS/Electron'
      : process.platform === 'win32'
        ? 'electron.exe'
        : 'electron'
  return join(distFolder, name)
}

/**
 * How to call npm without a shell: `[executable, ...leading arguments]`.
 * npm hands its own path to the scripts it runs; outside of one, npm is looked for beside this Node.
 * Windows' `npm.cmd` cannot be spawned directly, so npm's own script is run by Node there.
 */
export function npmCommand() {
  const script = process.env['npm_execpath']
  const runner = process.env['npm_node_execpath'] ?? process.execPath
  if (script && script.endsWith('.js')) return [runner, script]
  if (process.platform === 'win32') {
    const beside = join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js')
    if (existsSync(beside)) return [process.execPath, beside]
  }
  return ['npm']
}
