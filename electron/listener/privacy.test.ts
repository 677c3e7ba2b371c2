import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** What a file imports: the module and the names taken from it. Imports of types alone do not reach the program. */
interface Import {
  readonly module: string
  readonly names: readonly string[]
}

function importsOf(path: string): readonly Import[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword) {
      const bindings = node.importClause?.namedBindings
      const named = bindings === undefined ? [] : ts.isNamedImports(bindings) ? bindings.elements.map((e) => (e.propertyName ?? e.name).text) : ['*']
      found.push({ module: node.moduleSpecifier.text, names: node.importClause?.name === undefined ? named : ['default', ...named] })
    }
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ module: node.moduleSpecifier.text, names: ['*'] })
    }
    if (ts.isCallExpression(node)) {
      const [argument] = node.arguments
      const dynamic = node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText(source) === 'require'
      if (dynamic) found.push({ module: argument !== undefined && ts.isStringLiteral(argument) ? argument.text : 'unknown', names: ['*'] })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Every import that leaves the project's own code, from the entry through all files it reaches. */
function outsideImports(entry: string): { readonly files: readonly string[]; readonly imports: readonly string[] } {
  const files = new Set<string>()
  const imports = new Set<string>()
  const queue = [entry]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (files.has(path)) continue
    files.add(path)
    for (const { module, names } of importsOf(path)) {
      // Tables of numbers can do nothing.
      if (module.endsWith('.json')) continue
      if (module.startsWith('.')) queue.push(`${join(dirname(path), module)}.ts`)
      else for (const name of names.length > 0 ? names : ['*']) imports.add(`${module}#${name}`)
    }
  }
  return { files: [...files], imports: [...imports].sort() }
}

const entry = fileURLToPath(new URL('./main.ts', import.meta.url))

describe('what the listener’s process can do', () => {
  it('is on this list: no file is opened for writing, no socket, no other process', () => {
    // Whoever adds a line here answers for what it can do with sound.
    expect(outsideImports(entry).imports).toEqual([
      '@picovoice/pvrecorder-node#PvRecorder',
      'meyda#default',
      'node:crypto#createHash',
      'node:fs/promises#readFile',
      'node:os#uptime',
      'node:path#join',
      'onnxruntime-node#InferenceSession',
      'onnxruntime-node#Tensor',
      'zod#z',
    ])
  })

  it('does not print, fetch or write: none of its files names a way to', () => {
    const ways = /\b(console|fetch|WebSocket|XMLHttpRequest|writeFile|appendFile|createWriteStream|process\.(stdout|stderr|binding|dlopen)|getBuiltinModule|eval|Function)\b\s*[.(]/
    for (const file of outsideImports(entry).files) {
      expect(readFileSync(file, 'utf8').match(ways), file).toBeNull()
    }
  })

  it('keeps sound in one place: only the ring buffer is a class with storage for it', () => {
    expect(outsideImports(entry).files.some((file) => file.endsWith('ring-buffer.ts'))).toBe(true)
    expect(outsideImports(entry).files.some((file) => file.includes('file-source') || file.includes('/cli/'))).toBe(false)
  })
})
