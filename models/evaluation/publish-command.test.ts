import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VOICE_TYPES_MODEL } from '../../common/listening/voice-types-model'
import { joined, voice } from '../../electron/listener/signals-for-tests'
import { floatWav } from '../../electron/listener/sources/wav-for-tests'
import { publishCommand } from './publish-command'
import { resultsSchema } from './results-schema'
import { withTables } from './results-table'
import { YARDSTICK_SET, YARDSTICKS } from './yardsticks'

const modelsFolder = fileURLToPath(new URL('..', import.meta.url))
const committedModel = join(modelsFolder, VOICE_TYPES_MODEL.path)
const UNTOUCHED = 'not measured yet'

let folder = ''
let scenes = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish-'))
  scenes = await mkdtemp(join(folder, 'scenes-'))
  const talk = joined(voice({ f0Hz: 200, formantScale: 1.17, seconds: 2 }), voice({ f0Hz: 110, formantScale: 1, seconds: 2 }))
  await writeFile(join(scenes, 'a.wav'), floatWav(talk))
  await writeFile(join(scenes, 'a.rttm'), 'SPEAKER a 1 0 2 <NA> <NA> FEM <NA> <NA>\nSPEAKER a 1 2 2 <NA> <NA> MAL <NA> <NA>\n')
  await writeFile(join(scenes, 'a.json'), '{"seconds": 4, "adult_words": 8, "child_vocalizations": 0}')
})
afterAll(() => rm(folder, { recursive: true }))

async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string; results: string; page: string }> {
  const [resultsFile, pageFile] = [join(folder, 'results.json'), join(folder, 'README.md')]
  await writeFile(resultsFile, UNTOUCHED)
  await copyFile(join(modelsFolder, 'README.md'), pageFile)
  let out = ''
  let err = ''
  const code = await publishCommand(args, {
    modelsFolder,
    resultsFile,
    pageFile,
    out: (text) => { out += text },
    err: (text) => { err += text },
    progress: () => undefined,
  })
  return { code, out, err, results: await readFile(resultsFile, 'utf8'), page: await readFile(pageFile, 'utf8') }
}

describe('npm run eval:publish', () => {
  it('measures every row of every set and writes the results and their tables', async () => {
    const other = join(folder, 'other.onnx')
    await copyFile(committedModel, other)
    const { code, err, out, results, page } = await run(`one scene=${scenes}`, `${YARDSTICK_SET}=${scenes}`, '--also', `copy=${other}`)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^one scene, Acoustic baseline: macro F1 \d\.\d{3}, real-time factor [\d.]+, \d+ MiB\n/)

    const published = resultsSchema.parse(JSON.parse(results))
    const [shown, withYardsticks] = published.sets
    expect(shown).toMatchObject({ name: 'one scene', scenes: 1, seconds: 4 })
    expect(shown.rows.map(({ kind, name, inApp }) => [kind, name, inApp])).toEqual([
      ['baseline', 'Acoustic baseline', false],
      ['model', 'voice types 1 (16-bit weights)', true],
      ['model', 'copy', false],
    ])
    expect(withYardsticks?.rows.slice(0, YARDSTICKS.length)).toEqual(YARDSTICKS)
    expect(withYardsticks?.rows).toHaveLength(YARDSTICKS.length + 3)

    const [baseline, model, copy] = shown.rows
    // The same file under another name hears the same, and the baseline something else.
    expect(copy).toMatchObject({ classes: model?.classes, counts: model?.counts })
    expect(baseline?.classes).not.toEqual(model?.classes)
    expect(Object.keys(model?.counts ?? {})).toEqual(['adultWords'])
    expect(page).toBe(withTables(page, published))
    expect(page).toContain('| **voice types 1 (16-bit weights)** |')
  }, 180_000)

  it('writes nothing when a set or a model is missing', async () => {
    const junk = join(folder, 'junk.onnx')
    await writeFile(junk, 'no model')
    const failed = (reason: string) => ({ code: 1, err: expect.stringContaining(reason) as unknown, results: UNTOUCHED })
    expect(await run(`nowhere=${join(folder, 'nowhere')}`)).toMatchObject(failed('there is no such folder'))
    expect(await run(`one=${scenes}`, '--also', `none=${join(folder, 'none.onnx')}`)).toMatchObject(failed('no model file that can be read'))
    expect(await run(`one=${scenes}`, '--also', `junk=${junk}`)).toMatchObject(failed('not a model of voice types'))
  }, 60_000)

  it('explains itself when called wrongly', async () => {
    const twice = [`one=${scenes}`, `one=${scenes}`]
    const taken = [`one=${scenes}`, '--also', `Acoustic baseline=${committedModel}`]
    for (const wrong of [[], [scenes], [`=${scenes}`], [`a|b=${scenes}`], twice, taken, [`one=${scenes}`, '--also', committedModel], ['--loud']]) {
      expect(await run(...wrong)).toMatchObject({ code: 2, err: expect.stringContaining('usage: npm run eval:publish') as unknown })
    }
  })
})
