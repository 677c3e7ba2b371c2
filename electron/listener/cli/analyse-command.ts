import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SoundFileError } from '../sources/sound-file-error'
import { ModelRefusedError } from '../vad/model-file'
import { type Ears, openEars } from './ears'
import { binsAsText } from './report'
import { type AnalysedFile, analyseSoundFile, jsonOf, soundFilesAt } from './sound-files'

const USAGE =
  'usage: npm run analyse -- <file or folder> [--json] [--out <folder>]\n' +
  'Measures speech in WAV, FLAC and Ogg Opus files, as the app does with the microphone. Prints bins and segments (RTTM, or\n' +
  'JSON with --json); with --out writes <name>.rttm and <name>.json instead.\n'

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
  let ears: Ears
  try {
    ears = await openEars(io.modelsFolder)
  } catch (error) {
    io.err(`${error instanceof ModelRefusedError ? error.message : 'The models cannot be loaded.'}\n`)
    return 1
  }
  const files = (await Promise.all(call.paths.map((path) => soundFilesAt(path)))).flat()
  if (files.length === 0) io.err('no WAV, FLAC or Opus file found there\n')
  const written = new Set<string>()
  const outcomes: boolean[] = []
  for (const file of files) outcomes.push(await analyse(file, ears, written, call, io))
  await ears.close()
  return files.length > 0 && outcomes.every(Boolean) ? 0 : 1
}

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

async function analyse(path: string, ears: Ears, written: Set<string>, call: Call, io: CommandIo): Promise<boolean> {
  try {
    const analysed = await analyseSoundFile(path, ears.parts)
    if (call.out === undefined) {
      io.out(call.json ? jsonOf(analysed.report) : asText(analysed))
      return true
    }
    if (written.has(analysed.name)) {
      io.err(`${path}: not written, because another file has the same name with another ending\n`)
      return false
    }
    written.add(analysed.name)
    return await write(analysed, call.out, io)
  } catch (error) {
    const reason = error instanceof SoundFileError ? error.message : 'it could not be analysed'
    io.err(`${path}: ${reason}\n`)
    return false
  }
}

function asText({ report, rttm }: AnalysedFile): string {
  return `;; ${report.file}  ${report.seconds.toFixed(1)} s\n${binsAsText(report.bins)}${rttm}`
}

async function write({ name, report, rttm }: AnalysedFile, folder: string, io: CommandIo): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `${name}.rttm`), rttm)
    await writeFile(join(folder, `${name}.json`), jsonOf(report))
    return true
  } catch {
    io.err(`${join(folder, name)}: the results cannot be written there\n`)
    return false
  }
}
