import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { parseArgs } from 'node:util'
import type { Estimate } from '../../common/listening/metrics'
import { type Ears, openEars, TYPERS, type TyperName } from '../../electron/listener/cli/ears'
import { type AnalysedFile, analyseSoundFile, jsonOf } from '../../electron/listener/cli/sound-files'
import { SoundFileError } from '../../electron/listener/sources/sound-file-error'
import { ModelRefusedError } from '../../electron/listener/vad/model-file'
import { type Coverage, coverageOf, coverageTable } from './coverage'
import type { Nonspeech } from './frames'
import { openOtherEars } from './other-model'
import { readScenePairs, soundOfScenes } from './scene-files'
import { type CountName, scoreScenes, type SpeechScore } from './score'
import { EvaluationError } from './spans'
import { sceneTable, scoreTable } from './table'

const USAGE =
  'usage: npm run eval:speech -- <folder of scenes> [--out <folder>] [--typer <name> | --model <file.onnx>] [--nonspeech merge|ignore] [--per-scene] [--json <file>]\n' +
  'Analyses every sound file beside an .rttm as the app does and scores the result against the .rttm and .json. With --out what\n' +
  `was heard is kept there. Typers: ${TYPERS.join(', ')}; the first is what the app uses. --model puts another file in its place.\n`

export interface EvaluationIo {
  readonly modelsFolder: string
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Says which scene is analysed now, and an empty text at the end. */
  readonly progress: (text: string) => void
}

export interface Evaluation {
  readonly typer: TyperName
  readonly score: SpeechScore
  readonly coverage: Readonly<Record<CountName, Coverage>>
  /** Length of all scenes together. */
  readonly seconds: number
  /** Processor seconds, on however many cores, per second of sound; reading and decoding the file is in it. */
  readonly realTimeFactorOneCore: number
  /** The most resident memory that the process held until all was analysed. */
  readonly peakMemoryMib: number
}

interface Call {
  readonly scenes: string
  readonly out: string | undefined
  readonly typer: TyperName
  /** A model file to measure in place of the app's own. */
  readonly model: string | undefined
  readonly nonspeech: Nonspeech
  readonly perScene: boolean
  readonly json: string | undefined
}

/** Runs `npm run eval:speech`. Gives the exit code: 0, 1 when something could not be analysed, 2 for a wrong call. */
export async function evalSpeech(args: readonly string[], io: EvaluationIo): Promise<number> {
  const call = parseCall(args)
  if (call === null) {
    io.err(USAGE)
    return 2
  }
  const temporary = call.out === undefined ? await mkdtemp(join(tmpdir(), 'eval-speech-')) : null
  try {
    const evaluation = await evaluate(call, call.out ?? temporary ?? '', io)
    const { score, coverage, realTimeFactorOneCore, peakMemoryMib } = evaluation
    io.out(`typer: ${call.model ?? call.typer}, ${String(score.scenes.length)} scenes\n${scoreTable(score)}${coverageTable(coverage)}`)
    io.out(
      `real-time factor on one core ${realTimeFactorOneCore.toFixed(4)} (${(1 / realTimeFactorOneCore).toFixed(0)} × real time), ` +
        `peak memory ${peakMemoryMib.toFixed(0)} MiB\n`,
    )
    if (call.perScene) io.out(sceneTable(score))
    if (call.json !== undefined) await writeFile(call.json, `${JSON.stringify(evaluation, null, 1)}\n`)
    return 0
  } catch (error) {
    io.err(`${reasonOf(error)}\n`)
    return 1
  } finally {
    if (temporary !== null) await rm(temporary, { recursive: true, force: true })
  }
}

/** What went wrong, in one line. */
export function reasonOf(error: unknown): string {
  const known = [EvaluationError, ModelRefusedError, SoundFileError].some((kind) => error instanceof kind)
  if (!(error instanceof Error)) return 'the evaluation stopped'
  // Otherwise, for a folder that cannot be written for instance, the system's own words say it best.
  return known ? error.message : `the evaluation stopped: ${error.message}`
}

function parseCall(args: readonly string[]): Call | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        typer: { type: 'string', default: TYPERS[0] },
        model: { type: 'string' },
        nonspeech: { type: 'string', default: 'merge' },
        'per-scene': { type: 'boolean', default: false },
        json: { type: 'string' },
      },
      allowPositionals: true,
    })
    const [scenes, ...more] = positionals
    const typer = TYPERS.find((name) => name === values.typer)
    const nonspeech = (['merge', 'ignore'] as const).find((name) => name === values.nonspeech)
    if (scenes === undefined || more.length > 0 || typer === undefined || nonspeech === undefined) return null
    if (values.model !== undefined && typer !== 'model') return null
    return { scenes, out: values.out, typer, model: values.model, nonspeech, perScene: values['per-scene'], json: values.json }
  } catch {
    return null
  }
}

async function evaluate(call: Call, heardFolder: string, io: EvaluationIo): Promise<Evaluation> {
  const files = await soundOfScenes(call.scenes)
  const ears = call.model === undefined ? await openEars(io.modelsFolder, call.typer) : await openOtherEars(io.modelsFolder, call.model)
  await mkdir(heardFolder, { recursive: true })
  const estimates = new Map<string, Readonly<Record<CountName, Estimate>>>()
  let soundS = 0
  let processorS = 0
  for (const [index, file] of files.entries()) {
    io.progress(`${parse(file).name} (${String(index + 1)} of ${String(files.length)})`)
    const before = process.cpuUsage()
    const { name, report, rttm } = await analyseScene(file, ears)
    const used = process.cpuUsage(before)
    processorS += (used.user + used.system) / 1e6
    soundS += report.seconds
    await writeFile(join(heardFolder, `${name}.rttm`), rttm)
    await writeFile(join(heardFolder, `${name}.json`), jsonOf(report))
    const { adultWords, childVocalizations, conversationalTurns } = report.totals
    estimates.set(name, { adult_words: adultWords, child_vocalizations: childVocalizations, conversational_turns: conversationalTurns })
  }
  io.progress('')
  await ears.close()
  const peakMemoryMib = process.resourceUsage().maxRSS / 1024
  const pairs = await readScenePairs(call.scenes, heardFolder)
  const counted = pairs.flatMap(({ name, truth }) => {
    const found = estimates.get(name)
    return found === undefined ? [] : [{ truth: truth.counts, estimates: found }]
  })
  return {
    typer: call.typer,
    score: scoreScenes(pairs, call.nonspeech),
    coverage: coverageOf(counted),
    seconds: soundS,
    realTimeFactorOneCore: processorS / soundS,
    peakMemoryMib,
  }
}

async function analyseScene(file: string, ears: Ears): Promise<AnalysedFile> {
  try {
    return await analyseSoundFile(file, ears.parts)
  } catch (error) {
    throw error instanceof SoundFileError ? new EvaluationError(`${file}: ${error.message}`) : error
  }
}
