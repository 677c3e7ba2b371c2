import { readdir, readFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { z } from 'zod'
import { soundFilesAt } from '../../electron/listener/cli/sound-files'
import type { ScenePair } from './score'
import { EvaluationError, readRttm, type Span } from './spans'

const countSchema = z.number().nonnegative().nullish()
const metaSchema = z.object({
  seconds: z.number().positive().optional(),
  adult_words: countSchema,
  child_vocalizations: countSchema,
  conversational_turns: countSchema,
})
type Meta = z.infer<typeof metaSchema>

/** The names of the scenes in a folder: all with an `.rttm`. */
async function sceneNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => null)
  if (names === null) throw new EvaluationError(`${folder}: there is no such folder`)
  const scenes = names.filter((name) => name.endsWith('.rttm')).map((name) => name.slice(0, -'.rttm'.length)).sort()
  if (scenes.length === 0) throw new EvaluationError(`${folder}: no .rttm file there`)
  return scenes
}

/** One sound file for every .rttm in the folder. @throws EvaluationError when one has none */
export async function soundOfScenes(folder: string): Promise<readonly string[]> {
  const names = await sceneNames(folder)
  const files = await soundFilesAt(folder)
  return names.map((name) => {
    const file = files.find((path) => parse(path).name === name)
    if (file === undefined) throw new EvaluationError(`${join(folder, `${name}.rttm`)} has no sound file of its name beside it`)
    return file
  })
}

/**
 * Reads the truth and what was heard: `<name>.rttm` and, where there is one, `<name>.json` of two folders.
 * @throws EvaluationError when a file is missing or broken; an empty hypothesis means that nobody spoke
 */
export async function readScenePairs(truthFolder: string, heardFolder: string): Promise<readonly ScenePair[]> {
  const names = await sceneNames(truthFolder)
  return Promise.all(
    names.map(async (name) => {
      const truth = await readScene(truthFolder, name)
      const heard = await readScene(heardFolder, name)
      return {
        name,
        truth: { spans: truth.spans, counts: truth.meta, seconds: truth.meta.seconds },
        heard: { spans: heard.spans, counts: heard.meta },
      }
    }),
  )
}

/** What is known of one scene. @throws EvaluationError */
export async function readScene(folder: string, name: string): Promise<{ readonly spans: readonly Span[]; readonly meta: Meta }> {
  const rttm = join(folder, `${name}.rttm`)
  const text = await textAt(rttm)
  if (text === null) throw new EvaluationError(`${rttm} is missing`)
  return { spans: readRttm(text, rttm), meta: await readMeta(join(folder, `${name}.json`)) }
}

async function readMeta(path: string): Promise<Meta> {
  const text = await textAt(path)
  if (text === null) return {}
  try {
    return metaSchema.parse(JSON.parse(text))
  } catch {
    throw new EvaluationError(`${path}: not a scene's JSON with numbers for seconds and counts`)
  }
}

/** Null when there is no such file. */
async function textAt(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new EvaluationError(`${path} cannot be read`)
  }
}
