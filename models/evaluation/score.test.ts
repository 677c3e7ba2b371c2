import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { quantile, scoreCounts } from './count-errors'
import { countTurns, countVocalizations } from './counts'
import { readScenePairs } from './scene-files'
import { scoreScenes } from './score'
import { EvaluationError, readRttm, type Span } from './spans'
import { scoreTable } from './table'

type Short = readonly [startS: number, endS: number, label: string]

function spans(...list: readonly Short[]): readonly Span[] {
  return list.map(([startS, endS, label]) => ({ startS, endS, label }))
}

function scene(truth: readonly Short[], heard: readonly Short[], seconds = 10): Parameters<typeof scoreScenes>[0][number] {
  return { name: 'scene', truth: { spans: spans(...truth), counts: {}, seconds }, heard: { spans: spans(...heard), counts: {} } }
}

describe('frames', () => {
  it('are right, wrong or missed by their centres', () => {
    // Truth has frames 0 to 9, found 5 to 14: the centre of frame 4 lies at 0.45 s.
    const { classes } = scoreScenes([scene([[0, 1, 'FEM']], [[0.46, 1.5, 'FEM']])])
    expect(classes.FEM).toEqual({ f1: 0.5, precision: 0.5, recall: 0.5, supportS: 1 })
  })

  it('are pooled over scenes, not averaged', () => {
    const all = scene([[0, 9, 'MAL']], [[0, 9, 'MAL']])
    const none = scene([[0, 1, 'MAL']], [])
    expect(scoreScenes([all, none]).classes.MAL?.recall).toBe(0.9)
    expect(scoreScenes([all, none]).scenes.map(({ f1 }) => f1.MAL)).toEqual([1, 0])
  })

  it('beyond the end of the recording do not count', () => {
    expect(scoreScenes([scene([], [[0.5, 3, 'FEM']], 1)]).classes.SPEECH).toMatchObject({ precision: 0 })
    expect(scoreScenes([scene([[0, 1, 'FEM']], [[0, 30, 'FEM']], 1)]).classes.FEM?.precision).toBe(1)
  })

  it('with overlap count for every voice', () => {
    const { classes } = scoreScenes([scene([[0, 2, 'FEM'], [1, 3, 'KCHI']], [[0, 2, 'FEM']])])
    expect([classes.FEM?.f1, classes.KCHI?.recall, classes.SPEECH?.recall]).toEqual([1, 0, 2 / 3])
  })

  it('of a child are scored whoever the child is', () => {
    const { classes } = scoreScenes([scene([[0, 1, 'KCHI'], [2, 3, 'OCH']], [[0, 1, 'OCH'], [2, 3, 'CHI']])])
    expect([classes.CHI?.f1, classes.KCHI?.f1, classes.OCH?.f1]).toEqual([1, 0, 0])
  })

  it('of crying are the child, or not scored', () => {
    const crying = scene([[0, 1, 'CRY'], [1, 2, 'LAU'], [2, 3, 'KCHI']], [[0, 1, 'FEM'], [1, 2, 'LAU'], [2, 3, 'KCHI']])
    const merged = scoreScenes([crying], 'merge')
    const ignored = scoreScenes([crying], 'ignore')
    expect([merged.classes.KCHI?.recall, merged.classes.FEM?.precision, merged.classes.SPEECH?.f1]).toEqual([2 / 3, 0, 1])
    expect([ignored.classes.KCHI?.f1, ignored.classes.KCHI?.supportS, ignored.classes.SPEECH?.f1]).toEqual([1, 1, 1])
    expect(merged.classes.CRY).toBeUndefined()
  })

  it('of SPEECH come from that label alone where an analysis uses it', () => {
    const { classes } = scoreScenes([scene([[0, 4, 'MAL']], [[0, 1, 'SPEECH'], [0, 4, 'MAL']])])
    expect([classes.SPEECH?.recall, classes.MAL?.recall]).toEqual([0.25, 1])
  })

  it('of noise and television are no voice', () => {
    const { classes } = scoreScenes([scene([[0, 4, 'ELE'], [5, 6, 'NOI']], [[0, 4, 'ELE'], [5, 6, 'FEM']])])
    expect([classes.ELE?.f1, classes.SPEECH?.precision]).toEqual([1, 0])
  })
})

describe('counts', () => {
  it('of vocalisations join short pauses and leave out short sounds', () => {
    expect(countVocalizations(spans([0, 0.6, 'KCHI'], [1, 1.5, 'KCHI'], [3, 3.4, 'KCHI'], [3.6, 4, 'KCHI'], [5, 9, 'FEM']))).toBe(2)
  })

  it.each([
    [0, [[0, 1, 'KCHI']]],
    [1, [[0, 1, 'KCHI'], [2, 3, 'FEM']]],
    [1, [[0, 1, 'KCHI'], [2, 3, 'FEM'], [4, 5, 'KCHI']]],
    [2, [[0, 1, 'KCHI'], [2, 3, 'FEM'], [4, 5, 'KCHI'], [6, 7, 'MAL']]],
    [1, [[0, 1, 'KCHI'], [6, 7, 'FEM']]],
    [0, [[0, 1, 'KCHI'], [6.2, 7, 'FEM']]],
    [0, [[0, 1, 'KCHI'], [1.5, 2, 'OCH'], [2.5, 3, 'FEM']]],
    [1, [[0, 1, 'KCHI'], [1.2, 2, 'CRY'], [2.5, 3, 'FEM'], [3.5, 4, 'MAL']]],
    [0, [[0, 1, 'KCHI'], [0, 1, 'FEM']]],
    [1, [[0, 2, 'KCHI'], [1.95, 3, 'FEM']]],
    [0, [[0, 2, 'KCHI'], [1.05, 2.04, 'FEM']]],
  ] as const)('%d turns in %j', (turns, list) => {
    expect(countTurns(spans(...list))).toBe(turns)
  })

  it('that are given are used, that are missing are counted, that are null are not known', () => {
    const pair = scene([], [[0, 1, 'KCHI'], [2, 3, 'FEM']])
    const counts = { adult_words: 10, child_vocalizations: 4, conversational_turns: 2 }
    const score = scoreScenes([{ ...pair, truth: { ...pair.truth, counts }, heard: { ...pair.heard, counts: { child_vocalizations: null } } }])
    expect(score.counts).toEqual({
      conversational_turns: { scenes: 1, truth: 2, found: 1, medianAbsoluteRelativeError: 0.5, bias: -0.5, pearsonR: null },
    })
  })

  it('are compared by median, sum and correlation', () => {
    const pairs = [{ truth: 10, found: 12 }, { truth: 20, found: 24 }, { truth: 0, found: 3 }, { truth: 40, found: 20 }]
    const score = scoreCounts(pairs)
    expect(score).toMatchObject({ scenes: 4, truth: 70, found: 59, medianAbsoluteRelativeError: 0.2, bias: 59 / 70 - 1 })
    expect(score.pearsonR).toBeCloseTo(0.77235, 5)
    expect(scoreCounts(pairs.map(({ truth }) => ({ truth, found: 1 }))).pearsonR).toBeNull()
    expect(scoreCounts([])).toMatchObject({ medianAbsoluteRelativeError: null, bias: null, pearsonR: null })
  })

  it('have quantiles between their values', () => {
    expect([0, 0.1, 0.5, 1].map((share) => quantile([4, 1, 2, 3], share))).toEqual([1, 1.3, 2.5, 4])
    expect(quantile([], 0.5)).toBeNull()
  })
})

describe('files', () => {
  it('are RTTM; other lines are passed over, broken ones named', () => {
    const text = ';; note\nSPEAKER a 1 2.5 0.5 <NA> <NA> FEM <NA> <NA>\n\nSPEAKER a 1 1 0.25 <NA> <NA> KCHI\r\n'
    expect(readRttm(text, 'a.rttm')).toEqual(spans([1, 1.25, 'KCHI'], [2.5, 3, 'FEM']))
    expect(() => readRttm('\nSPEAKER a 1 1 0.25 <NA>\n', 'a.rttm')).toThrow('a.rttm:2: an RTTM SPEAKER line needs')
    expect(() => readRttm('SPEAKER a 1 one 0.25 <NA> <NA> FEM\n', 'a.rttm')).toThrow(EvaluationError)
  })

  it('that are missing or broken are told', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scenes-'))
    const read = (): Promise<unknown> => readScenePairs(folder, join(folder, 'heard'))
    await expect(readScenePairs(join(folder, 'nowhere'), folder)).rejects.toThrow('there is no such folder')
    await expect(read()).rejects.toThrow('no .rttm file there')
    await writeFile(join(folder, 'a.rttm'), '')
    await expect(read()).rejects.toThrow(/heard.a\.rttm is missing/)
    await writeFile(join(folder, 'a.json'), '{"seconds": "long"}')
    await expect(readScenePairs(folder, folder)).rejects.toThrow("not a scene's JSON")
    await rm(folder, { recursive: true })
  })
})

describe('the table', () => {
  it('has a row a class, the macro means and the counts', () => {
    const pair = scene([[0, 1, 'FEM']], [[0, 1, 'FEM']])
    const table = scoreTable(scoreScenes([{ ...pair, truth: { ...pair.truth, counts: { conversational_turns: 0 } } }]))
    expect(table).toContain('\nFEM       1.000  1.000  1.000       1\n')
    expect(table).toContain('macro CHI/FEM/MAL 0.333   macro KCHI/OCH/FEM/MAL 0.250   (CRY and LAU: merge)')
    expect(table).toContain('conversational_turns   median abs. rel. error     -  bias     -  r     -  (0 of 0, 1 scenes)')
  })
})
