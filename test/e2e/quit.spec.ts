import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { appArguments, electronPath, removeDataFolder } from '../support/launch-app'

test('asked to end by the system (SIGTERM), the app ends in order, also before there is a household', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'wondernest-quit-'))
  const child = spawn(electronPath(), appArguments(dataFolder), { stdio: ['ignore', 'ignore', 'pipe'] })
  await new Promise<void>((resolve) => {
    child.stderr.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('wondernest window-shown')) resolve()
    })
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const code = await Promise.race([ended, new Promise<'still running'>((resolve) => setTimeout(() => { resolve('still running') }, 10_000))])
  if (code === 'still running') child.kill('SIGKILL')
  expect(code).toBe(0)
  removeDataFolder(dataFolder)
})
