// Lets Node 24 load the project's own TypeScript as it stands: imports there carry no file extension, because the
// bundler resolves them. Node strips the types itself.
import { statSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const ENDINGS = ['.ts', '/index.ts']

function isFile(url) {
  return statSync(fileURLToPath(url), { throwIfNoEntry: false })?.isFile() ?? false
}

registerHooks({
  resolve(specifier, context, nextResolve) {
    const relative = specifier.startsWith('./') || specifier.startsWith('../')
    if (relative && context.parentURL !== undefined) {
      const found = ENDINGS.map((ending) => new URL(`${specifier}${ending}`, context.parentURL)).find(isFile)
      if (found !== undefined) return nextResolve(found.href, context)
    }
    return nextResolve(specifier, context)
  },
})
