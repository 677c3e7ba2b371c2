import { readdir, stat } from 'node:fs/promises'
import { extname, join, parse } from 'node:path'
import { analyseChunks } from '../analyse-buffer'
import type { PipelineParts } from '../pipeline'
import { FileSource } from '../sources/file-source'
import { type AnalysisReport, reportOf } from './report'
import { toRttm } from './rttm'

const ENDINGS = ['.wav', '.flac', '.opus', '.ogg']

/** The sound files of a folder, sorted by name; a path that is no folder is given back as it is. */
export async function soundFilesAt(path: string): Promise<readonly string[]> {
  const isFolder = await stat(path).then((it) => it.isDirectory(), () => false)
  if (!isFolder) return [path]
  const names = (await readdir(path)).filter((name) => ENDINGS.includes(extname(name).toLowerCase()))
  return names.sort().map((name) => join(path, name))
}

export interface AnalysedFile {
  /** The file's name without its ending: results are named after it. */
  readonly name: string
  readonly report: AnalysisReport
  readonly rttm: string
}

/**
 * Runs the app's own pipeline over a sound file, a piece of it at a time.
 * @throws SoundFileError
 */
export async function analyseSoundFile(path: string, parts: PipelineParts): Promise<AnalysedFile> {
  const source = new FileSource(path)
  const report = reportOf(source.name, await analyseChunks(soundOf(source), parts))
  const { name } = parse(path)
  return { name, report, rttm: toRttm(name, report.segments) }
}

export function jsonOf(report: AnalysisReport): string {
  return `${JSON.stringify(report, null, 1)}\n`
}

/** A file's sound, piece by piece: mono, 16 kHz. */
export async function* soundOf(source: FileSource): AsyncGenerator<Float32Array, void, undefined> {
  for await (const event of source.events(new AbortController().signal)) {
    if (event.type === 'sound') yield event.samples
  }
}
