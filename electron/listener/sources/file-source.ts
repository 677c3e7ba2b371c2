import { open, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { FRAME_SAMPLES, SAMPLE_RATE } from '../audio-format'
import type { AudioSource, SourceEvent } from './audio-source'
import type { DecodedChunk } from './decoded-chunk'
import { decodeFlac } from './flac-stream'
import { decodeOpus } from './opus-stream'
import { Resampler } from './resampler'
import { SoundFileError } from './sound-file-error'
import { decodeWavBlocks, readWavHeader, type ReadAt } from './wav-header'

/** Larger files are refused: a WAV cannot be longer, and a day of speech in FLAC is far smaller. */
const MAX_FILE_BYTES = 4 * 1024 ** 3
/** Blocks read at once; keeps an hour-long file out of memory. */
const BLOCKS_PER_READ = 16_384

/** A WAV, FLAC or Ogg Opus file of any rate and channel count as {@link AudioSource}. Errors come while it is read. */
export class FileSource implements AudioSource {
  readonly name: string
  readonly #path: string

  constructor(path: string) {
    this.#path = path
    this.name = basename(path)
  }

  /** @throws SoundFileError with one clear line for a file that cannot be analysed */
  async *events(stop: AbortSignal): AsyncGenerator<SourceEvent, void, undefined> {
    for await (const samples of this.#chunks()) {
      if (stop.aborted) return
      yield { type: 'sound', samples }
    }
  }

  async *#chunks(): AsyncGenerator<Float32Array, void, undefined> {
    const file = await openFile(this.#path)
    try {
      const bytes = (await file.stat()).size
      if (bytes === 0) throw new SoundFileError('the file is empty')
      if (bytes > MAX_FILE_BYTES) throw new SoundFileError('the file is too large: more than 4 GB')
      yield* resampled(await decoded(readerOf(file), bytes))
    } finally {
      await file.close()
    }
  }
}

async function openFile(path: string): Promise<FileHandle> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new SoundFileError(missing ? 'there is no such file' : 'the file cannot be opened')
  }
  if ((await file.stat()).isFile()) return file
  await file.close()
  throw new SoundFileError('this is not a file')
}

function readerOf(file: FileHandle): ReadAt {
  return async (offset, length) => {
    const buffer = Buffer.alloc(length)
    const { bytesRead } = await file.read(buffer, 0, length, offset)
    return buffer.subarray(0, bytesRead)
  }
}

async function decoded(readAt: ReadAt, bytes: number): Promise<AsyncGenerator<DecodedChunk, void, undefined>> {
  const magic = (await readAt(0, 4)).toString('latin1')
  if (magic === 'fLaC') return decodeFlac(readAt, bytes)
  return magic === 'OggS' ? decodeOpus(readAt, bytes) : decodeWav(readAt, bytes)
}

async function* decodeWav(readAt: ReadAt, bytes: number): AsyncGenerator<DecodedChunk, void, undefined> {
  const header = await readWavHeader(readAt, bytes)
  const end = header.dataOffset + header.dataBytes
  const step = BLOCKS_PER_READ * header.blockBytes
  for (let offset = header.dataOffset; offset < end; offset += step) {
    const block = await readAt(offset, Math.min(step, end - offset))
    yield { sampleRate: header.sampleRate, mono: decodeWavBlocks(block, header) }
  }
}

async function* resampled(chunks: AsyncGenerator<DecodedChunk, void, undefined>): AsyncGenerator<Float32Array, void, undefined> {
  let resampler: Resampler | null = null
  let samples = 0
  for await (const { sampleRate, mono } of chunks) {
    if (resampler === null && sampleRate !== SAMPLE_RATE) resampler = new Resampler(sampleRate)
    const output: Float32Array = resampler === null ? mono : resampler.push(mono)
    samples += output.length
    yield output
  }
  if (resampler !== null) {
    const rest = resampler.flush()
    samples += rest.length
    yield rest
  }
  if (samples < FRAME_SAMPLES) throw new SoundFileError('the file is too short: less than 32 ms of sound')
}
