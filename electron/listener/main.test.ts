import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { VOICE_TYPES_MODEL } from '../../common/listening/voice-types-model'
import { SILERO_VAD_V6 } from './vad/model-file'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** What Electron gives a utility process, as far as the listener uses it; messages go to standard output. */
const LISTENER = `
  process.parentPort = { postMessage: (message) => process.stdout.write(JSON.stringify(message)), on: () => undefined }
  await import(${JSON.stringify(new URL('./main.ts', import.meta.url).href)})
`

let models = ''
beforeEach(async () => {
  models = await mkdtemp(join(tmpdir(), 'models-'))
})
afterEach(() => rm(models, { recursive: true }))

async function install(path: string): Promise<void> {
  await mkdir(dirname(join(models, path)), { recursive: true })
  await copyFile(at(join('../../models', path)), join(models, path))
}

/** The first message of a listener of its own; its process ends by itself, having nothing to do. */
async function firstMessage(): Promise<unknown> {
  const imports = new URL('../../tools/typescript-imports.mjs', import.meta.url).href
  const args = ['--import', imports, '--input-type=module', '--eval', LISTENER, '--', `--models=${models}`]
  const { stdout } = await promisify(execFile)(process.execPath, args).catch((error: unknown) => ({ stdout: Reflect.get(Object(error), 'stdout') }))
  return JSON.parse(String(stdout))
}

describe('a listener that starts', { timeout: 60_000 }, () => {
  it('listens with the trained model', async () => {
    await install(SILERO_VAD_V6.path)
    await install(VOICE_TYPES_MODEL.path)
    expect(await firstMessage()).toEqual({ type: 'ready', vadModel: SILERO_VAD_V6.name, typer: 'voice-types' })
  })
  it('says that it listens with the baseline when the trained model is another file', async () => {
    await install(SILERO_VAD_V6.path)
    await install(VOICE_TYPES_MODEL.path)
    await writeFile(join(models, VOICE_TYPES_MODEL.path), 'another model')
    expect(await firstMessage()).toMatchObject({ type: 'ready', typer: 'acoustic-baseline' })
  })
  it('does not listen without the voice activity model', async () => {
    await install(VOICE_TYPES_MODEL.path)
    expect(await firstMessage()).toMatchObject({ type: 'failed', code: 'model-refused' })
  })
})
