import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeScene } from './make-scene.mjs'

// The voices come from a Debian package that a developer's machine may lack; `npm start` and `npm test` install it.
const canSpeak = spawnSync('espeak-ng', ['--version']).status === 0

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scene-test-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('the home scene', () => {
  it.runIf(canSpeak)('has a true list with turns, even when it is short, and no voice is cut off', async () => {
    const { truth, wav, rttm } = await makeScene({ seconds: 16, seed: 5, out: folder })
    expect(truth.seconds).toBe(16)
    expect(truth.adult_words).toBeGreaterThan(5)
    expect(truth.conversational_turns).toBeGreaterThanOrEqual(1)
    expect(truth.child_vocalizations).toBeGreaterThanOrEqual(1)
    expect(Object.values(truth.label_seconds).reduce((a, b) => a + b, 0)).toBeCloseTo(16, 1)
    expect(truth.segments.every(({ startMs, endMs }) => startMs < endMs && endMs <= 16_000)).toBe(true)
    expect((await readFile(wav)).length).toBe(44 + 2 * 16 * 16_000)
    expect((await readFile(rttm, 'utf8')).trim().split('\n')).toHaveLength(truth.segments.length)
  })

  it.runIf(canSpeak)('is the same list for the same seed and another for another', async () => {
    const list = async (seed: number, name: string): Promise<unknown> => (await makeScene({ seconds: 12, seed, out: folder, name })).truth.segments
    const first = await list(1, 'a')
    expect(await list(1, 'b')).toEqual(first)
    expect(await list(2, 'c')).not.toEqual(first)
  })

  it('refuses a length that makes no sense, in one line', async () => {
    await expect(makeScene({ seconds: 3, out: folder })).rejects.toThrow(/^--seconds is a whole number from 10 to 3600$/)
  })
})
