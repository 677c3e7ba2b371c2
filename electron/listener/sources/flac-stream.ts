import { FLACDecoder } from '@wasm-audio-decoders/flac'
import { mixed, type DecodedChunk } from './decoded-chunk'
import type { ReadAt } from './wav-header'
import { MAX_RATE, MIN_RATE } from './wav-header'
import { SoundFileError } from './sound-file-error'

const READ_BYTES = 256 * 1024

/** Decodes a FLAC file piece by piece. @throws SoundFileError when it is damaged or holds no sound. */
export async function* decodeFlac(readAt: ReadAt, fileBytes: number): AsyncGenerator<DecodedChunk, void, undefined> {
  const decoder = new FLACDecoder()
  await decoder.ready
  const declared = await declaredSamples(readAt)
  let samples = 0
  try {
    for (let offset = 0; offset < fileBytes; offset += READ_BYTES) {
      const decoded = await decoder.decode(await readAt(offset, READ_BYTES))
      if (decoded.errors.length > 0) throw new SoundFileError('the FLAC file is damaged')
      if (decoded.samplesDecoded > 0) {
        samples += decoded.samplesDecoded
        if (decoded.sampleRate < MIN_RATE || decoded.sampleRate > MAX_RATE) {
          throw new SoundFileError(`a sampling rate of ${String(decoded.sampleRate)} Hz is not supported`)
        }
        yield { sampleRate: decoded.sampleRate, mono: mixed(decoded.channelData, decoded.samplesDecoded) }
      }
    }
    const rest = await decoder.flush()
    if (rest.samplesDecoded > 0) {
      samples += rest.samplesDecoded
      yield { sampleRate: rest.sampleRate, mono: mixed(rest.channelData, rest.samplesDecoded) }
    }
  } catch (error) {
    if (error instanceof SoundFileError) throw error
    throw new SoundFileError('the FLAC file is damaged')
  } finally {
    decoder.free()
  }
  if (samples < declared) throw new SoundFileError('the FLAC file is damaged or cut short')
  if (samples === 0) throw new SoundFileError('the file holds no sound: its length is zero')
}

/** The number of samples the stream header promises (36 bits of STREAMINFO, RFC 9639 section 8.2); 0 when unknown. */
async function declaredSamples(readAt: ReadAt): Promise<number> {
  const head = await readAt(0, 26)
  return head.length < 26 ? 0 : (head.readUInt8(21) & 0x0f) * 2 ** 32 + head.readUInt32BE(22)
}
