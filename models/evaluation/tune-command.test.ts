import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import decoding from '../voice-types/decoding.json' with { type: 'json' }
import { openEars } from '../../electron/listener/cli/ears'
import { analyseSoundFile } from '../../electron/listener/cli/sound-files'
import { joined, voice } from '../../electron/listener/signals-for-tests'
import { floatWav } from '../../electron/listener/sources/wav-for-tests'
import { VOICE_CLASSES } from '../../electron/listener/typing/voice-classes'
import { VoiceTypesModel } from '../../electron/listener/typing/voice-types-model'
import { SileroVad } from '../../electron/listener/vad/silero-vad'
import { trueClassFrames } from './class-frames'
import { readRttm } from './spans'
import { tuneCommand } from './tune-command'
import { decodedFrames } from './tune-decoding'
import { voiceFramesOf } from './voice-frames'

const modelsFolder = fileURLToPath(new URL('..', import.meta.url))

let scenes = ''
beforeAll(async () => {
  scenes = await mkdtemp(join(tmpdir(), 'scenes-'))
  const quiet = new Float32Array(5 * 16_000)
  const talk = [{ f0Hz: 200, formantScale: 1.17, seconds: 3 }, { f0Hz: 110, formantScale: 1, seconds: 3.02 }].map(voice)
  await writeFile(join(scenes, 'talk.wav'), floatWav(joined(talk[0] ?? quiet, quiet, talk[1] ?? quiet)))
  await writeFile(join(scenes, 'talk.rttm'), 'SPEAKER talk 1 0 3 <NA> <NA> FEM <NA> <NA>\nSPEAKER talk 1 8 3.02 <NA> <NA> MAL <NA> <NA>\n')
  await writeFile(join(scenes, 'talk.json'), '{"seconds": 11.02, "adult_words": 16}')
})
afterAll(() => rm(scenes, { recursive: true }))

async function run(folder: string, ...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await tuneCommand(args, {
    modelsFolder: folder,
    out: (text) => { out += text },
    err: (text) => { err += text },
    progress: () => undefined,
  })
  return { code, out, err }
}

describe('npm run tune:decoding', () => {
  it('tunes on what the app hears: the same frames as those of its own results', async () => {
    const [vad, model] = [await SileroVad.open(modelsFolder), await VoiceTypesModel.open(modelsFolder)]
    const heard = await voiceFramesOf(join(scenes, 'talk.wav'), vad, model)
    const ears = await openEars(modelsFolder, 'model')
    const { rttm } = await analyseSoundFile(join(scenes, 'talk.wav'), ears.parts)
    await Promise.all([vad.close(), model.close(), ears.close()])

    // 11.02 s are 344 whole frames of 32 ms: 110 frames of 100 ms and a part of one.
    expect(heard).toHaveLength(111)
    expect(heard.some(({ probabilities }) => probabilities.some((value) => value > 0))).toBe(true)
    const tuned = decodedFrames([{ heard, truth: trueClassFrames([], heard.length), adultWords: null }], decoding.classes)
    const app = trueClassFrames(readRttm(rttm, 'rttm'), heard.length)
    for (const name of VOICE_CLASSES) expect(tuned[name].subarray(0, 110), name).toEqual(app[name].subarray(0, 110))
  })

  it('prints scores, the decoding found and the reliability', async () => {
    const { code, out, err } = await run(modelsFolder, scenes)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^before {2}\d\.\d{4} {2}macro CHI\/FEM\/MAL \d\.\d{3} .*\nafter {3}\d\.\d{4} /)
    expect(out).toContain('"syllablesFactor": ')
    expect(out).toMatch(/FEM {2}calibration error \d\.\d{3}/)
  })

  it('says what is missing, and explains itself when called wrongly', async () => {
    expect(await run(join(scenes, 'no-models'), scenes)).toMatchObject({ code: 1, err: expect.stringContaining('is missing') as unknown })
    expect(await run(modelsFolder, join(scenes, 'nowhere'))).toMatchObject({ code: 1, err: expect.stringContaining('there is no such folder') as unknown })
    for (const wrong of [[], [scenes, scenes], [scenes, '--loud']]) {
      expect(await run(modelsFolder, ...wrong)).toMatchObject({ code: 2, err: expect.stringContaining('usage: npm run tune:decoding') as unknown })
    }
  })
})
