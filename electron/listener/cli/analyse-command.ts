import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { extname, join, parse } from 'node:path'
import { parseArgs } from 'node:util'
import { analyseChunks } from '../analyse-buffer'
import type { PipelineParts } from '../pipeline'
import { FileSource } from '../sources/file-source'
import { SoundFileError } from '../sources/sound-file-error'
import { VoiceTypesModel } from '../typing/voice-types-model'
import { ModelRefusedError } from '../vad/model-file'
import { SileroVad } from '../vad/silero-vad'
import { binsAsText, reportOf, type AnalysisReport } from './report'
import { toRttm } from './rttm'

const USAGE =
  'usage: npm run analyse -- <file or folder> [--json] [--out <folder>]\n' +
  'Measures speech in WAV and FLAC files, as the app does with the microphone. Prints bins and segments (RTTM, or JSON with\n' +
  '--json); with --out writes <name>.rttm and <name>.json instead.\n'

const SOUND_FILES = ['.wav', '.flac']

export interface CommandIo {
  readonly modelsFolder: string
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** Runs `npm run analyse`. Gives the exit code: 0, 1 when a file could not be analysed, 2 for a wrong call. */
export async function analyseCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const call = parseCall(args)
  if (call === null) {
    io.err(USAGE)
    return 2
  }
  let models: Models
  try {
    models = { vad: await SileroVad.open(io.modelsFolder), voices: await VoiceTypesModel.openIfKnown(io.modelsFolder) }
  } catch (error) {
    io.err(`${error instanceof ModelRefusedError ? error.message : 'The models cannot be loaded.'}\n`)
    return 1
  }
  const files = (await Promise.all(call.paths.map((path) => soundFilesAt(path)))).flat()
  if (files.length === 0) io.err('no WAV or FLAC file found there\n')
  const outcomes: boolean[] = []
  for (const file of files) outcomes.push(await analyseFile(file, models, call, io))
  await models.vad.close()
  await models.voices?.close()
  return files.length > 0 && outcomes.every(Boolean) ? 0 : 1
}

type Models = PipelineParts & { readonly vad: SileroVad }

interface Call {
  readonly paths: readonly string[]
  readonly json: boolean
  readonly out: string | undefined
}

function parseCall(args: readonly string[]): Call | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, out: { type: 'string' } },
      allowPositionals: true,
    })
    return positionals.length > 0 ? { paths: positionals, json: values.json, out: values.out } : null
  } catch {
    return null
  }
}

async function soundFilesAt(path: string): Promise<readonly string[]> {
  const isFolder = await stat(path).then((it) => it.isDirectory(), () => false)
  if (!isFolder) return [path]
  const names = (await readdir(path)).filter((name) => SOUND_FILES.includes(extname(name).toLowerCase()))
  return names.sort().map((name) => join(path, name))
}

async function analyseFile(path: string, models: Models, call: Call, io: CommandIo): Promise<boolean> {
  try {
    const source = new FileSource(path)
    const report = reportOf(source.name, await analyseChunks(soundOf(source), models))
    await deliver(report, parse(path).name, call, io)
    return true
  } catch (error) {
    const reason = error instanceof SoundFileError ? error.message : 'it could not be analysed'
    io.err(`${path}: ${reason}\n`)
    return false
  }
}

async function* soundOf(source: FileSource): AsyncGenerator<Float32Array, void, undefined> {
  for await (const event of source.events(new AbortController().signal)) {
    if (event.type === 'sound') yield event.samples
  }
}

async function deliver(report: AnalysisReport, name: string, call: Call, io: CommandIo): Promise<void> {
  const json = `${JSON.stringify(report, null, 1)}\n`
  const rttm = toRttm(name, report.segments)
  if (call.out === undefined) {
    io.out(call.json ? json : `;; ${report.file}  ${report.seconds.toFixed(1)} s\n${binsAsText(report.bins)}${rttm}`)
    return
  }
  await mkdir(call.out, { recursive: true })
  await writeFile(join(call.out, `${name}.rttm`), rttm)
  await writeFile(join(call.out, `${name}.json`), json)
}
