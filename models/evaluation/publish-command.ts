import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openEars } from '../../electron/listener/cli/ears'
import { type EvaluationIo, reasonOf } from './eval-speech'
import { evaluationJsonSchema, type EvaluationJson, measuredRow } from './measured-row'
import { openOtherEars } from './other-model'
import { type Results, type ResultsRow, resultsSchema, type ResultsSet } from './results-schema'
import { aroundTables, withTables } from './results-table'
import { soundOfScenes } from './scene-files'
import { EvaluationError } from './spans'
import { YARDSTICK_SET, YARDSTICKS } from './yardsticks'

const USAGE =
  'usage: npm run eval:publish -- <name>=<folder of scenes> [<name>=<folder> ...] [--also <label>=<file.onnx> ...]\n' +
  'Runs eval:speech on every set, for the acoustic baseline, for the model that the app uses and for other model files, each in\n' +
  'its own process; then writes models/evaluation/results.json and the tables of models/README.md. The app shows the first set.\n' +
  `The set "${YARDSTICK_SET}" also lists what other systems reach on it.\n`

const RUN_SCRIPT = fileURLToPath(new URL('run.mjs', import.meta.url))

export interface PublishIo extends EvaluationIo {
  /** `models/evaluation/results.json` */
  readonly resultsFile: string
  /** `models/README.md` */
  readonly pageFile: string
}

interface NamedPath {
  readonly name: string
  readonly path: string
}

interface Call {
  readonly sets: readonly NamedPath[]
  readonly also: readonly NamedPath[]
}

/** A row to measure, and how `eval:speech` is told to. */
interface Contender extends Pick<ResultsRow, 'kind' | 'name' | 'inApp'> {
  readonly args: readonly string[]
}

const BASELINE: Contender = { kind: 'baseline', name: 'Acoustic baseline', inApp: false, args: ['--typer', 'baseline'] }
const MODEL: Contender = { kind: 'model', name: 'voice types 1 (16-bit weights)', inApp: true, args: ['--typer', 'model'] }

/**
 * Runs `npm run eval:publish`. Gives the exit code: 0, 1 when something could not be measured, 2 for a wrong call. Unless
 * every row of every set was measured, nothing is written.
 */
export async function publishCommand(args: readonly string[], io: PublishIo): Promise<number> {
  const call = parseCall(args)
  if (call === null) {
    io.err(USAGE)
    return 2
  }
  try {
    await checkBeforehand(call, io)
    const sets: ResultsSet[] = []
    for (const set of call.sets) sets.push(await measureSet(set, call.also, io))
    const results = resultsSchema.parse({ version: 1, sets })
    await publish(results, io)
    io.out(`written to ${io.resultsFile} and ${io.pageFile}\n`)
    return 0
  } catch (error) {
    io.err(`${reasonOf(error)}\n`)
    return 1
  }
}

function parseCall(args: readonly string[]): Call | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { also: { type: 'string', multiple: true, default: [] } },
      allowPositionals: true,
    })
    const sets = positionals.flatMap(namedPath)
    const also = values.also.flatMap(namedPath)
    const complete = sets.length > 0 && sets.length === positionals.length && also.length === values.also.length
    const rows = [BASELINE, MODEL, ...YARDSTICKS, ...also]
    return complete && allDiffer(sets) && allDiffer(rows) ? { sets, also } : null
  } catch {
    return null
  }
}

/** `<name>=<path>`; the name must not break a table. */
function namedPath(argument: string): readonly NamedPath[] {
  const [, name, path] = /^([^=|<>*\n]+)=(.+)$/.exec(argument) ?? []
  return name === undefined || path === undefined ? [] : [{ name: name.trim(), path }]
}

function allDiffer(named: readonly { readonly name: string }[]): boolean {
  return new Set(named.map(({ name }) => name)).size === named.length
}

/** What would otherwise be found out after an hour of measuring. */
async function checkBeforehand({ sets, also }: Call, io: PublishIo): Promise<void> {
  for (const { path } of sets) await soundOfScenes(path)
  const ears = [await openEars(io.modelsFolder, 'model')]
  for (const { path } of also) ears.push(await openOtherEars(io.modelsFolder, path))
  for (const opened of ears) await opened.close()
  aroundTables(await readFile(io.pageFile, 'utf8'))
}

async function measureSet(set: NamedPath, also: readonly NamedPath[], io: PublishIo): Promise<ResultsSet> {
  const others = also.map(({ name, path }): Contender => ({ kind: 'model', name, inApp: false, args: ['--model', path] }))
  const baseline = await measure(set, BASELINE, io)
  const rows = [baseline.row]
  for (const contender of [MODEL, ...others]) rows.push((await measure(set, contender, io)).row)
  return {
    name: set.name,
    measuredOn: new Date().toISOString().slice(0, 10),
    scenes: baseline.evaluation.score.scenes.length,
    seconds: Math.round(baseline.evaluation.seconds),
    rows: [...(set.name === YARDSTICK_SET ? YARDSTICKS : []), ...rows],
  }
}

interface Measured {
  readonly row: ResultsRow
  readonly evaluation: EvaluationJson
}

async function measure(set: NamedPath, contender: Contender, io: PublishIo): Promise<Measured> {
  const evaluation = await evaluationOf(set, contender)
  const row = measuredRow(contender, evaluation)
  io.out(`${set.name}, ${row.name}: macro F1 ${row.macroF1.toFixed(3)}, real-time factor ${String(row.realTimeFactor)}, ${String(row.memoryMib)} MiB\n`)
  return { row, evaluation }
}

/** `eval:speech` in a process of its own: otherwise a row's peak memory would be that of all rows before it. */
async function evaluationOf({ name, path }: NamedPath, contender: Contender): Promise<EvaluationJson> {
  const folder = await mkdtemp(join(tmpdir(), 'eval-publish-'))
  try {
    const json = join(folder, 'evaluation.json')
    const code = await exitCodeOf([RUN_SCRIPT, 'eval:speech', path, ...contender.args, '--json', json])
    // The process itself has said why.
    if (code !== 0) throw new EvaluationError(`${name}, ${contender.name}: could not be measured, so nothing is written`)
    return evaluationJsonSchema.parse(JSON.parse(await readFile(json, 'utf8')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function exitCodeOf(args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', resolve)
  })
}

async function publish(results: Results, { pageFile, resultsFile }: PublishIo): Promise<void> {
  const page = withTables(await readFile(pageFile, 'utf8'), results)
  await writeFile(resultsFile, `${JSON.stringify(results, null, 2)}\n`)
  await writeFile(pageFile, page)
}
