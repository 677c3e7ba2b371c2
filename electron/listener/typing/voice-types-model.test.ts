import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { EMBEDDING_LENGTH } from '../../../common/listening/child-policy'
import { VOICE_TYPES_MODEL } from '../../../common/listening/voice-types-model'
import { voice } from '../signals-for-tests'
import { ModelRefusedError } from '../vad/model-file'
import { VOICE_CLASSES } from './voice-classes'
import { BLOCK_FRAMES, BLOCK_SAMPLES, VoiceTypesModel } from './voice-types-model'

const models = fileURLToPath(new URL('../../../models', import.meta.url))
const talk = voice({ f0Hz: 200, formantScale: 1.17, seconds: 2 })

async function hearTalk(model: VoiceTypesModel): Promise<readonly (readonly number[])[]> {
  const heard: (readonly number[])[] = []
  model.reset()
  for (let at = 0; at + BLOCK_SAMPLES <= talk.length; at += BLOCK_SAMPLES) {
    model.block.set(talk.subarray(at, at + BLOCK_SAMPLES))
    heard.push(...(await model.run()).map(({ probabilities, syllables, embedding }) => [...probabilities, syllables, ...embedding]))
  }
  return heard
}

describe('the model of voice types', () => {
  it('gives probabilities, syllables and an embedding for each 100 ms', async () => {
    const model = await VoiceTypesModel.open(models)
    model.block.set(talk.subarray(0, BLOCK_SAMPLES))
    const frames = await model.run()
    expect(frames).toHaveLength(BLOCK_FRAMES)
    for (const { probabilities, syllables, embedding } of frames) {
      expect(probabilities).toHaveLength(VOICE_CLASSES.length)
      expect(probabilities.every((value) => value >= 0 && value <= 1)).toBe(true)
      expect(syllables).toBeGreaterThanOrEqual(0)
      expect(embedding).toHaveLength(EMBEDDING_LENGTH)
      expect(embedding.every(Number.isFinite)).toBe(true)
    }
    await model.close()
  })

  it('remembers from block to block, and forgets when reset', async () => {
    const model = await VoiceTypesModel.open(models)
    const first = await hearTalk(model)
    expect(await hearTalk(model)).toEqual(first)
    model.reset()
    model.block.set(talk.subarray(BLOCK_SAMPLES, 2 * BLOCK_SAMPLES))
    const withoutPast = (await model.run()).map(({ probabilities }) => [...probabilities])
    expect(withoutPast).not.toEqual(first.slice(BLOCK_FRAMES, 2 * BLOCK_FRAMES).map((row) => row.slice(0, VOICE_CLASSES.length)))
    model.reset()
    expect(model.block.every((sample) => sample === 0)).toBe(true)
    await model.close()
  })

  it('is refused when it is missing or one byte differs: then there is none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'models-'))
    try {
      expect(await VoiceTypesModel.openIfKnown(folder)).toBeNull()
      const path = join(folder, VOICE_TYPES_MODEL.path)
      await mkdir(dirname(path), { recursive: true })
      await copyFile(join(models, VOICE_TYPES_MODEL.path), path)
      const bytes = await readFile(path)
      bytes.writeUInt8(bytes.readUInt8(5_000) ^ 1, 5_000)
      await writeFile(path, bytes)
      await expect(VoiceTypesModel.open(folder)).rejects.toThrow(ModelRefusedError)
      expect(await VoiceTypesModel.openIfKnown(folder)).toBeNull()
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
