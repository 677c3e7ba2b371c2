import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TONE_FLAC_BASE64 } from '../sources/flac-for-tests'
import { analyseCommand } from './analyse-command'
import { toRttm } from './rttm'

const modelsFolder = fileURLToPath(new URL('../../../models', import.meta.url))
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'analyse-'))
  await writeFile(join(folder, 'tone.flac'), Buffer.from(TONE_FLAC_BASE64, 'base64'))
  await writeFile(join(folder, 'notes.txt'), 'not looked at')
})
afterAll(() => rm(folder, { recursive: true }))

async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await analyseCommand(args, {
    modelsFolder,
    out: (text) => { out += text },
    err: (text) => { err += text },
  })
  return { code, out, err }
}

describe('npm run analyse', () => {
  it('prints bins and segments', async () => {
    const { code, out, err } = await run(join(folder, 'tone.flac'))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^;; tone\.flac {2}0\.2 s\n;; bin 00:00:00-00:00:00 {2}words 0 \(0-0\)/)
  })

  it('prints JSON that adds up', async () => {
    const { out } = await run('--json', join(folder, 'tone.flac'))
    const report: unknown = JSON.parse(out)
    expect(report).toMatchObject({ file: 'tone.flac', seconds: 0.224, adult_words: 0, child_vocalizations: 0, conversational_turns: 0 })
    expect(report).toHaveProperty('realTimeFactor')
    expect(report).toHaveProperty('label_seconds.SIL')
  })

  it('takes a folder and writes files', async () => {
    const out = join(folder, 'results')
    expect((await run(folder, '--out', out)).code).toBe(0)
    expect((await readdir(out)).sort()).toEqual(['tone.json', 'tone.rttm'])
    expect(JSON.parse(await readFile(join(out, 'tone.json'), 'utf8'))).toMatchObject({ file: 'tone.flac' })
  })

  it('gives one line for a bad file, goes on with the others and says so with its exit code', async () => {
    const bad = join(folder, 'bad.wav')
    await writeFile(bad, 'no sound')
    const { code, out, err } = await run(bad, join(folder, 'tone.flac'))
    expect(code).toBe(1)
    expect(err).toBe(`${bad}: the file ends inside its header\n`)
    expect(out).toContain(';; tone.flac')
    await rm(bad)
  })

  it('explains itself when called wrongly, and when there is nothing to do', async () => {
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('usage:') as unknown })
    expect((await run('--loud', folder)).code).toBe(2)
    const empty = await mkdtemp(join(tmpdir(), 'empty-'))
    expect(await run(empty)).toMatchObject({ code: 1, err: 'no WAV or FLAC file found there\n' })
    await rm(empty, { recursive: true })
  })
})

describe('RTTM', () => {
  it('has ten fields, seconds, and no silence', () => {
    const text = toRttm('a b', [
      { type: 'SIL', heard: [], startMs: 0, endMs: 1000, levelDbfs: -60 },
      { type: 'FEM', heard: ['FEM'], startMs: 1000, endMs: 2504, levelDbfs: -30 },
    ])
    expect(text).toBe('SPEAKER a_b 1 1.000 1.504 <NA> <NA> FEM <NA> <NA>\n')
  })
})
