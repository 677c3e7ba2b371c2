/**
 * Lint rule: the folder a file lies in is the process it runs in, and decides what it may import.
 * Paths are resolved, so neither `../../` nor a `/index` gets around a boundary.
 */
import path from 'node:path'

/**
 * From most to least specific: the first zone whose folder holds the file is its zone.
 * `folders`: repository folders it may import from; `node` / `electron`: whether it may import those;
 * `packages`: `any`, or a list of the npm packages allowed.
 */
export const ZONES = [
  { folder: 'common', folders: ['common'], node: false, electron: false, packages: ['zod'] },
  { folder: 'electron/core', folders: ['common', 'electron/core', 'electron/database', 'resources'], node: true, electron: false },
  { folder: 'electron/database', folders: ['common', 'electron/database'], node: true, electron: false },
  { folder: 'electron/listener', folders: ['common', 'electron/listener', 'models/voice-types'], node: true, electron: false },
  { folder: 'electron/preload', folders: ['common', 'electron/preload'], node: false, electron: true, packages: [] },
  { folder: 'electron/jobs', folders: ['common', 'electron/core', 'electron/database', 'electron/jobs'], node: true, electron: false },
  {
    folder: 'electron/main',
    folders: ['common', 'electron/core', 'electron/database', 'electron/main', 'native', 'resources'],
    node: true,
    electron: true,
  },
  {
    folder: 'renderer',
    // What the app tells parents about its measured accuracy comes from the evaluation's own file.
    folders: ['common', 'renderer', 'resources', 'models/evaluation/results.json', 'models/evaluation/results-schema'],
    node: false,
    electron: false,
  },
]

/** The only file that may import `ipcMain`. */
export const REGISTRAR = 'electron/main/ipc/registrar.ts'

const TEST_FILE = /\.test\.tsx?$/

/** @type {import('eslint').Rule.RuleModule} */
export const processBoundaries = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      folder: '{{zone}} must not import {{target}}: it may import only {{allowed}}.',
      node: '{{zone}} must not import Node modules ({{target}}).',
      electron: '{{zone}} must not import Electron.',
      package: '{{zone}} must not import the package {{target}}.',
      ipcMain: 'Only {{registrar}} may import ipcMain.',
    },
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
    const zone = ZONES.find((candidate) => file.startsWith(`${candidate.folder}/`))
    // Unit tests run under plain Node beside any code, with the shared test support.
    const isTest = TEST_FILE.test(file)

    function check(node, source, importedNames) {
      // Where Electron itself is forbidden that is said once, below.
      if (importedNames.includes('ipcMain') && file !== REGISTRAR && zone?.electron !== false) {
        context.report({ node, messageId: 'ipcMain', data: { registrar: REGISTRAR } })
      }
      if (zone === undefined) return
      const data = { zone: zone.folder, target: source, allowed: zone.folders.join(', ') }
      if (source.startsWith('.')) {
        const target = path.posix.join(path.posix.dirname(file), source)
        const allowed = isTest ? [...zone.folders, 'test/support'] : zone.folders
        if (!allowed.some((folder) => target === folder || target.startsWith(`${folder}/`))) {
          context.report({ node, messageId: 'folder', data: { ...data, target } })
        }
      } else if (source.startsWith('node:')) {
        if (!zone.node && !isTest) context.report({ node, messageId: 'node', data })
      } else if (source === 'electron' || source.startsWith('electron/')) {
        if (!zone.electron) context.report({ node, messageId: 'electron', data })
      } else if (zone.packages !== undefined && !isTest && !zone.packages.includes(source)) {
        context.report({ node, messageId: 'package', data })
      }
    }

    const literal = (source) => (source?.type === 'Literal' && typeof source.value === 'string' ? source.value : null)
    return {
      ImportDeclaration(node) {
        const names = node.specifiers.map((specifier) => specifier.imported?.name ?? '*')
        const source = literal(node.source)
        // `import * as electron` and `import electron` give away ipcMain too.
        const hidden = source === 'electron' && node.importKind !== 'type' && names.includes('*')
        if (source !== null) check(node, source, hidden ? [...names, 'ipcMain'] : names)
      },
      ExportNamedDeclaration(node) {
        const source = literal(node.source)
        if (source !== null) check(node, source, node.specifiers.map((specifier) => specifier.local.name))
      },
      ExportAllDeclaration(node) {
        const source = literal(node.source)
        if (source !== null) check(node, source, source === 'electron' ? ['ipcMain'] : [])
      },
      ImportExpression(node) {
        const source = literal(node.source)
        if (source !== null) check(node, source, source === 'electron' ? ['ipcMain'] : [])
      },
      'CallExpression[callee.name="require"]'(node) {
        const source = literal(node.arguments[0])
        if (source !== null) check(node, source, source === 'electron' ? ['ipcMain'] : [])
      },
    }
  },
}
