import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readScenePairs } from './scene-files'
import { scoreScenes } from './score'

/*
 * Made-up scenes (golden/truth), two made-up analyses of them (golden/heard with all labels, golden/heard-speech with SPEECH) and
 * the numbers that an independent implementation of the same definitions, in Python with numpy, gave for them.
 */
const folder = fileURLToPath(new URL('golden', import.meta.url))

const numbersSchema = z.record(z.string(), z.number())
const expectedSchema = z.record(
  z.string(),
  z.object({
    f1: numbersSchema,
    precision: numbersSchema,
    recall: numbersSchema,
    support_s: numbersSchema,
    macro_chi_fem_mal: z.number(),
    macro_kchi_och_fem_mal: z.number(),
    counts: z.record(
      z.string(),
      z.object({
        scenes: z.number(),
        true: z.number(),
        found: z.number(),
        median_abs_rel_error: z.number().nullable(),
        bias: z.number().nullable(),
        pearson_r: z.number().nullable(),
      }),
    ),
    scenes: z.array(
      z.object({ scene: z.string(), f1: numbersSchema, counts: z.record(z.string(), z.tuple([z.number().nullable(), z.number().nullable()])) }),
    ),
  }),
)

describe('the score equals that of an independent implementation', () => {
  it.each([
    ['heard', 'merge'], ['heard', 'ignore'], ['heard-speech', 'merge'], ['heard-speech', 'ignore'],
  ] as const)('for %s, crying and laughing: %s', async (heard, nonspeech) => {
    const all = expectedSchema.parse(JSON.parse(await readFile(`${folder}/expected.json`, 'utf8')))
    const expected = all[`${heard} ${nonspeech}`]
    const score = scoreScenes(await readScenePairs(`${folder}/truth`, `${folder}/${heard}`), nonspeech)

    const classes = Object.entries(score.classes)
    const column = (of: (row: (typeof classes)[number][1]) => number): Record<string, number> =>
      Object.fromEntries(classes.map(([name, row]) => [name, of(row)]))
    expect({
      f1: column((row) => row.f1),
      precision: column((row) => row.precision),
      recall: column((row) => row.recall),
      support_s: column((row) => row.supportS),
      macro_chi_fem_mal: expect.closeTo(score.macroChiFemMal, 12) as unknown,
      macro_kchi_och_fem_mal: expect.closeTo(score.macroKchiOchFemMal, 12) as unknown,
    }).toEqual({
      f1: expected?.f1, precision: expected?.precision, recall: expected?.recall, support_s: expected?.support_s,
      macro_chi_fem_mal: expected?.macro_chi_fem_mal, macro_kchi_och_fem_mal: expected?.macro_kchi_och_fem_mal,
    })

    expect(Object.keys(score.counts)).toEqual(Object.keys(expected?.counts ?? {}))
    for (const [name, row] of Object.entries(score.counts)) {
      const wanted = expected?.counts[name]
      expect([row.scenes, row.truth, row.found], name).toEqual([wanted?.scenes, wanted?.true, wanted?.found])
      expect(row.medianAbsoluteRelativeError, name).toBeCloseTo(wanted?.median_abs_rel_error ?? Number.NaN, 12)
      expect(row.bias, name).toBeCloseTo(wanted?.bias ?? Number.NaN, 12)
      if (wanted?.pearson_r === null) expect(row.pearsonR, name).toBeNull()
      else expect(row.pearsonR, name).toBeCloseTo(wanted?.pearson_r ?? Number.NaN, 12)
    }

    expect(score.scenes.map((scene) => scene.name)).toEqual(expected?.scenes.map(({ scene }) => scene))
    score.scenes.forEach((scene, index) => {
      const wanted = expected?.scenes[index]
      // Given with three decimals; CRY and ELE are not.
      for (const [name, f1] of Object.entries(wanted?.f1 ?? {})) expect({ ...scene.f1 }, scene.name).toHaveProperty(name, expect.closeTo(f1, 3))
      const counts = Object.fromEntries(Object.entries(scene.counts).map(([name, { truth, found }]) => [name, [truth, found]]))
      expect(counts, scene.name).toEqual(wanted?.counts)
    })
  })
})
