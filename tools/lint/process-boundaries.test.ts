import { ESLint } from 'eslint'
import { fileURLToPath } from 'node:url'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
// The files linted here exist in no TypeScript project, so the rules that need types are off.
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] })

/** Lints a text as if it stood in that file, with the project's real configuration. */
async function boundaryErrors(filePath: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath: `${root}${filePath}` })
  const messages = results.flatMap((result) => result.messages)
  expect(messages.filter((message) => message.fatal)).toEqual([])
  return messages
    .filter((message) => message.ruleId === 'wondernest/process-boundaries')
    .map((message) => message.message)
}

describe('process boundaries', () => {
  it.each([
    ['common knows no Node', 'common/x.ts', "import 'node:fs'"],
    ['common knows no Electron', 'common/x.ts', "import 'electron'"],
    ['common knows no other folder', 'common/x.ts', "import '../electron/core/index'"],
    ['common takes no package but zod', 'common/x.ts', "import 'react'"],
    ['core knows no Electron', 'electron/core/speech/service.ts', "import 'electron'"],
    ['core knows no Electron by require', 'electron/core/speech/service.ts', "require('electron')"],
    ['core knows no listener', 'electron/core/speech/service.ts', "import '../../listener/pipeline'"],
    ['core knows no main', 'electron/core/speech/service.ts', "import '../../main/app'"],
    ['core knows no renderer', 'electron/core/speech/service.ts', "import '../../../renderer/ui/button'"],
    ['listener knows no core', 'electron/listener/main.ts', "import '../core/index'"],
    ['listener knows no database', 'electron/listener/main.ts', "import '../database/connection'"],
    ['listener knows no database by re-export', 'electron/listener/main.ts', "export * from '../database/connection'"],
    ['listener knows no database by dynamic import', 'electron/listener/main.ts', "void import('../database/connection')"],
    ['main knows no listener', 'electron/main/app.ts', "import '../listener/pipeline'"],
    ['renderer knows no Node', 'renderer/console/x.ts', "import 'node:path'"],
    ['renderer knows no Electron', 'renderer/console/x.ts', "import 'electron'"],
    ['renderer knows no main process', 'renderer/console/x.ts', "import '../../electron/core/index'"],
    ['renderer knows of the evaluation only its results', 'renderer/console/x.ts', "import '../../models/evaluation/score'"],
    ['preload takes no package', 'electron/preload/console.ts', "import 'zod'"],
    ['only the registrar has ipcMain', 'electron/main/app.ts', "import { ipcMain } from 'electron'"],
    ['nobody gets ipcMain through a namespace', 'electron/main/app.ts', "import * as electron from 'electron'"],
    ['nobody re-exports ipcMain', 'electron/main/app.ts', "export { ipcMain } from 'electron'"],
  ])('%s', async (_name, file, code) => {
    expect(await boundaryErrors(file, code)).toHaveLength(1)
  })

  it.each([
    ['everyone may import common', 'electron/listener/main.ts', "import '../../common/listening/voice'"],
    ['core may use the database', 'electron/core/speech/repository.ts', "import '../../database/schema'"],
    ['main may use core', 'electron/main/app.ts', "import '../core/index'"],
    ['main may use Electron', 'electron/main/app.ts', "import { app } from 'electron'"],
    ['the registrar may have ipcMain', 'electron/main/ipc/registrar.ts', "import { ipcMain } from 'electron'"],
    ['unit tests may use the test support', 'electron/core/speech/service.test.ts', "import '../../../test/support/database'"],
  ])('%s', async (_name, file, code) => {
    expect(await boundaryErrors(file, code)).toEqual([])
  })
})
