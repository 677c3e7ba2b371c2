import { readdirSync, readFileSync } from 'node:fs'
import { writeFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { VOICE_TYPES_MODEL } from '../../common/listening/voice-types-model'
import { openOtherEars } from './other-model'

const modelsFolder = fileURLToPath(new URL('..', import.meta.url))
const appFolder = fileURLToPath(new URL('../../electron', import.meta.url))

it('opens any file that is such a model, and says of others why not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'models-'))
  const junk = join(folder, 'junk.onnx')
  await writeFile(junk, 'no model')
  const ears = await openOtherEars(modelsFolder, join(modelsFolder, VOICE_TYPES_MODEL.path))
  expect(ears.parts.voices).not.toBeNull()
  await ears.close()
  await expect(openOtherEars(modelsFolder, join(folder, 'none.onnx'))).rejects.toThrow('no model file that can be read')
  await expect(openOtherEars(modelsFolder, junk)).rejects.toThrow('not a model of voice types')
  await expect(openOtherEars(modelsFolder, join(modelsFolder, 'silero-vad/silero_vad_v6.onnx'))).rejects.toThrow('not a model of voice types')
  await rm(folder, { recursive: true })
})

it('is out of the app\'s reach: nothing in the app opens unchecked bytes, save the class itself after its check', () => {
  const uses = readdirSync(appFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [...readFileSync(join(appFolder, path), 'utf8').matchAll(/^.*ofUncheckedBytes.*$/gm)].map(([line]) => line.trim()))
  expect(uses).toEqual([
    'return VoiceTypesModel.ofUncheckedBytes(await readKnownModel(modelsFolder, VOICE_TYPES_MODEL))',
    'static async ofUncheckedBytes(bytes: Uint8Array): Promise<VoiceTypesModel> {',
  ])
})
