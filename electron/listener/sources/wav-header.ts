import { SoundFileError } from './sound-file-error'

export interface WavFormat {
  readonly encoding: 'integer' | 'float'
  readonly bitsPerSample: number
  readonly channels: number
  readonly sampleRate: number
  /** Bytes of one sample of all channels. */
  readonly blockBytes: number
}

export interface WavHeader extends WavFormat {
  /** Where the samples begin in the file, and how many bytes of them there are. */
  readonly dataOffset: number
  readonly dataBytes: number
}

/** Reads up to `length` bytes at `offset`; fewer at the end of the file. */
export type ReadAt = (offset: number, length: number) => Promise<Buffer>

const TAG_PCM = 1
const TAG_FLOAT = 3
const TAG_EXTENSIBLE = 0xfffe
/** Broken files may hold endless tiny chunks; a real one has a handful. */
const MAX_CHUNKS = 1_000
export const MIN_RATE = 4_000
export const MAX_RATE = 384_000
const MAX_CHANNELS = 32

/**
 * Finds format and samples of a RIFF/WAVE file (Microsoft/IBM "Multimedia Programming Interface" 1.0; WAVE_FORMAT_EXTENSIBLE).
 * A sample chunk that is longer than the file, or of unknown length as recorders leave it, ends with the file.
 * @throws SoundFileError
 */
export async function readWavHeader(readAt: ReadAt, fileBytes: number): Promise<WavHeader> {
  const riff = await readAt(0, 12)
  if (riff.length < 12) throw new SoundFileError('the file ends inside its header')
  const tag = riff.toString('latin1', 0, 4)
  if (tag === 'RF64' || tag === 'BW64') throw new SoundFileError('RF64 files are not supported; save it as plain WAV or FLAC')
  if (tag !== 'RIFF' || riff.toString('latin1', 8, 12) !== 'WAVE') throw new SoundFileError('this is not a sound file that WonderNest can read (WAV, FLAC or Opus)')

  let format: WavFormat | null = null
  let offset = 12
  for (let chunk = 0; chunk < MAX_CHUNKS; chunk++) {
    const head = await readAt(offset, 8)
    if (head.length < 8) break
    const name = head.toString('latin1', 0, 4)
    const size = head.readUInt32LE(4)
    if (name === 'fmt ') format = parseFormat(await readAt(offset + 8, Math.min(size, 40)))
    if (name === 'data') {
      if (format === null) throw new SoundFileError('the file has samples but does not say in what format')
      const present = Math.max(0, fileBytes - offset - 8)
      const declared = size === 0 || size === 0xffffffff ? present : Math.min(size, present)
      const dataBytes = declared - (declared % format.blockBytes)
      if (dataBytes === 0) throw new SoundFileError('the file holds no sound: its length is zero')
      return { ...format, dataOffset: offset + 8, dataBytes }
    }
    offset += 8 + size + (size % 2)
  }
  throw new SoundFileError(format === null ? 'the file ends inside its header' : 'the file holds no sound: it has no samples')
}

function parseFormat(body: Buffer): WavFormat {
  if (body.length < 16) throw new SoundFileError('the file ends inside its header')
  const outerTag = body.readUInt16LE(0)
  const channels = body.readUInt16LE(2)
  const sampleRate = body.readUInt32LE(4)
  const blockBytes = body.readUInt16LE(12)
  const bitsPerSample = body.readUInt16LE(14)
  const tag = outerTag === TAG_EXTENSIBLE && body.length >= 26 ? body.readUInt16LE(24) : outerTag
  const known =
    (tag === TAG_PCM && [8, 16, 24, 32].includes(bitsPerSample)) || (tag === TAG_FLOAT && [32, 64].includes(bitsPerSample))
  if (!known) throw new SoundFileError(`WAV format ${String(tag)} with ${String(bitsPerSample)} bits is not supported; save it as 16-bit PCM`)
  if (channels < 1 || channels > MAX_CHANNELS) throw new SoundFileError(`${String(channels)} channels are not supported`)
  if (sampleRate < MIN_RATE || sampleRate > MAX_RATE) throw new SoundFileError(`a sampling rate of ${String(sampleRate)} Hz is not supported`)
  if (blockBytes !== (channels * bitsPerSample) / 8) throw new SoundFileError('the header contradicts itself: block size and channels do not fit')
  return { encoding: tag === TAG_FLOAT ? 'float' : 'integer', bitsPerSample, channels, sampleRate, blockBytes }
}

/** Mixes the channels of whole blocks to mono in [-1, 1]; values that are not finite become 0. */
export function decodeWavBlocks(bytes: Buffer, format: WavFormat): Float32Array {
  const { channels, blockBytes } = format
  const sampleBytes = blockBytes / channels
  const read = sampleReader(format)
  return Float32Array.from({ length: Math.floor(bytes.length / blockBytes) }, (_, block) => {
    let sum = 0
    for (let channel = 0; channel < channels; channel++) sum += read(bytes, block * blockBytes + channel * sampleBytes)
    const value = sum / channels
    return Number.isFinite(value) ? Math.min(1, Math.max(-1, value)) : 0
  })
}

function sampleReader(format: WavFormat): (bytes: Buffer, offset: number) => number {
  if (format.encoding === 'float') {
    return format.bitsPerSample === 32 ? (bytes, at) => bytes.readFloatLE(at) : (bytes, at) => bytes.readDoubleLE(at)
  }
  switch (format.bitsPerSample) {
    case 8:
      // Eight-bit WAV is unsigned with its zero at 128.
      return (bytes, at) => (bytes.readUInt8(at) - 128) / 128
    case 16:
      return (bytes, at) => bytes.readInt16LE(at) / 32_768
    case 24:
      return (bytes, at) => bytes.readIntLE(at, 3) / 8_388_608
    default:
      return (bytes, at) => bytes.readInt32LE(at) / 2_147_483_648
  }
}
