import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TONE_FLAC_BASE64 } from '../../electron/listener/sources/flac-for-tests'
import { TONE_OPUS_BASE64 } from '../../electron/listener/sources/opus-for-tests'
import { coverageOf, coverageTable } from './coverage'
import { evalSpeech } from './eval-speech'

const modelsFolder = fileURLToPath(new URL('..', import.meta.url))

/** Half a second of a tone in which a woman is said to speak, and a quarter of a second in which nobody is. */
async function makeScenes(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scenes-'))
  await writeFile(join(folder, 'a.opus'), Buffer.from(TONE_OPUS_BASE64, 'base64'))
  await writeFile(join(folder, 'a.rttm'), 'SPEAKER a 1 0 0.5 <NA> <NA> FEM <NA> <NA>\n')
  await writeFile(join(folder, 'a.json'), '{"seconds": 0.5, "adult_words": 3, "child_vocalizations": 0, "conversational_turns": 0}')
  await writeFile(join(folder, 'b.flac'), Buffer.from(TONE_FLAC_BASE64, 'base64'))
  await writeFile(join(folder, 'b.rttm'), '')
  await writeFile(join(folder, 'no-truth.flac'), Buffer.from(TONE_FLAC_BASE64, 'base64'))
  return folder
}

let scenes = ''
beforeAll(async () => {
  scenes = await makeScenes()
})
afterAll(() => rm(scenes, { recursive: true }))

async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string; analysed: readonly string[] }> {
  let out = ''
  let err = ''
  const analysed: string[] = []
  const code = await evalSpeech(args, {
    modelsFolder,
    out: (text) => { out += text },
    err: (text) => { err += text },
    progress: (text) => analysed.push(text),
  })
  return { code, out, err, analysed }
}

describe('npm run eval:speech', () => {
  it('analyses the sound beside every truth, scores it and keeps what was heard', async () => {
    const heard = join(scenes, 'heard')
    const json = join(scenes, 'result.json')
    const { code, out, err, analysed } = await run(scenes, '--typer', 'baseline', '--out', heard, '--json', json, '--per-scene')
    expect({ code, err, analysed }).toEqual({ code: 0, err: '', analysed: ['a (1 of 2)', 'b (2 of 2)', ''] })
    expect((await readdir(heard)).sort()).toEqual(['a.json', 'a.rttm', 'b.json', 'b.rttm'])
    expect(out).toContain('typer: baseline, 2 scenes\n')
    // A tone of half a second is no voice: nothing of the woman is found.
    expect(out).toMatch(/\nFEM {7}0\.000 {2}0\.000 {2}0\.000 +\d\n/)
    expect(out).toMatch(/real-time factor on one core \d+\.\d{4} \(\d+ × real time\), peak memory \d+ MiB\n/)
    expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({
      typer: 'baseline',
      score: { classes: { FEM: { supportS: 0.5, recall: 0 } }, counts: { adult_words: { scenes: 1, truth: 3, found: 0, bias: -1 } } },
      coverage: { adult_words: { inside: 0, scenes: 1 }, child_vocalizations: { inside: 1, scenes: 1 } },
    })
  })

  it('says what is missing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scenes-'))
    expect(await run(join(folder, 'nowhere'))).toMatchObject({ code: 1, err: expect.stringContaining('there is no such folder') as unknown })
    expect(await run(folder)).toMatchObject({ code: 1, err: expect.stringContaining('no .rttm file there') as unknown })
    await writeFile(join(folder, 'a.rttm'), '')
    expect(await run(folder)).toMatchObject({ code: 1, err: expect.stringContaining('has no sound file of its name beside it') as unknown })
    await writeFile(join(folder, 'a.wav'), 'no sound')
    expect(await run(folder, '--typer', 'baseline')).toMatchObject({ code: 1, err: expect.stringContaining('a.wav: the file ends inside its header') as unknown })
    await rm(folder, { recursive: true })
  })

  it('explains itself when called wrongly', async () => {
    for (const wrong of [[], [scenes, '--typer', 'oracle'], [scenes, '--nonspeech', 'maybe'], [scenes, scenes], [scenes, '--loud']]) {
      expect(await run(...wrong)).toMatchObject({ code: 2, err: expect.stringContaining('usage: npm run eval:speech') as unknown })
    }
  })
})

describe('the coverage of the intervals', () => {
  it('is the share of scenes whose known truth lies inside', () => {
    const estimate = { value: 5, low: 2, high: 8 }
    const estimates = { adult_words: estimate, child_vocalizations: estimate, conversational_turns: estimate }
    const scene = (words: number | null): Parameters<typeof coverageOf>[0][number] => ({ truth: { adult_words: words }, estimates })
    const coverage = coverageOf([2, 8, 9, 5, null].map(scene))
    expect(coverage.adult_words).toEqual({ inside: 3, scenes: 4, relativeWidth: 1, fit: null })
    expect(coverage.conversational_turns).toEqual({ inside: 0, scenes: 0, relativeWidth: null, fit: null })
    expect(coverageTable(coverage)).toContain('adult_words            truth in the 80 % interval in 75 % of scenes (3 of 4), width 1.00 of the truth\n')
  })
})
