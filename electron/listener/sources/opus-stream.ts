import { OpusDecoder } from 'opus-decoder'
import { mixed, type DecodedChunk } from './decoded-chunk'
import { oggPages, type OggPage } from './ogg-pages'
import { SoundFileError } from './sound-file-error'
import type { ReadAt } from './wav-header'

/** Opus decodes to this rate whatever was encoded; positions count in it. */
const OPUS_RATE = 48_000
/** Header and comments come before the sound. */
const HEADER_PACKETS = 2

interface OpusHead {
  readonly channels: number
  /** Samples at the start that only warm the decoder up. */
  readonly preSkip: number
  /** Factor to be applied to all samples. */
  readonly gain: number
  readonly streamCount: number
  readonly coupledStreamCount: number
  readonly channelMappingTable: number[]
}

interface OpenStream {
  readonly serialNumber: number
  readonly head: OpusHead
  readonly decoder: OpusDecoder
  packets: number
  /** Decoded samples so far, with those of the pre-skip. */
  decoded: number
  /** The position of the first decoded sample; known with the first page of sound. */
  firstPosition: number | null
}

/**
 * Decodes an Ogg Opus file (RFC 7845) piece by piece; of several streams one after the other, all.
 * @throws SoundFileError when it is damaged, cut short or holds no Opus
 */
export async function* decodeOpus(readAt: ReadAt, fileBytes: number): AsyncGenerator<DecodedChunk, void, undefined> {
  let stream: OpenStream | null = null
  let found = false
  try {
    for await (const page of oggPages(readAt, fileBytes)) {
      if (page.first && stream === null) {
        stream = await openStream(page)
        found ||= stream !== null
      }
      if (page.serialNumber !== stream?.serialNumber) continue
      const mono = decodePage(stream, page)
      if (mono.length > 0) yield { sampleRate: OPUS_RATE, mono }
      if (page.last) {
        stream.decoder.free()
        stream = null
      }
    }
  } finally {
    stream?.decoder.free()
  }
  if (!found) throw new SoundFileError('the Ogg file holds no Opus sound; save it as Opus, FLAC or WAV')
  if (stream !== null) throw new SoundFileError('the Opus file is damaged or cut short')
}

/** Null for a stream that is not Opus. */
async function openStream(page: OggPage): Promise<OpenStream | null> {
  const [packet] = page.packets
  if (packet?.toString('latin1', 0, 8) !== 'OpusHead') return null
  const head = parseHead(packet)
  const decoder = new OpusDecoder({
    channels: head.channels,
    streamCount: head.streamCount,
    coupledStreamCount: head.coupledStreamCount,
    channelMappingTable: head.channelMappingTable,
  })
  await decoder.ready
  return { serialNumber: page.serialNumber, head, decoder, packets: 0, decoded: 0, firstPosition: null }
}

/** The identification header (RFC 7845 section 5.1). */
function parseHead(packet: Buffer): OpusHead {
  const damaged = new SoundFileError('the Opus file is damaged: its header cannot be read')
  // Versions up to 15 are readable by who knows version 1.
  if (packet.length < 19 || packet.readUInt8(8) > 15) throw damaged
  const channels = packet.readUInt8(9)
  const family = packet.readUInt8(18)
  const mapped = family !== 0
  if (channels === 0 || (!mapped && channels > 2) || (mapped && packet.length < 21 + channels)) throw damaged
  const streamCount = mapped ? packet.readUInt8(19) : 1
  const coupledStreamCount = mapped ? packet.readUInt8(20) : channels - 1
  const channelMappingTable = mapped ? [...packet.subarray(21, 21 + channels)] : channels === 2 ? [0, 1] : [0]
  const sources = streamCount + coupledStreamCount
  if (streamCount === 0 || coupledStreamCount > streamCount || sources > 255) throw damaged
  if (channelMappingTable.some((source) => source !== 255 && source >= sources)) throw damaged
  // Output gain: decibels in steps of 1/256.
  const gain = 10 ** (packet.readInt16LE(16) / 256 / 20)
  return { channels, preSkip: packet.readUInt16LE(10), gain, streamCount, coupledStreamCount, channelMappingTable }
}

/** The page's sound: without the pre-skip, and without the padding of the last packet. */
function decodePage(stream: OpenStream, page: OggPage): Float32Array {
  const packets = page.packets.slice(Math.max(0, HEADER_PACKETS - stream.packets))
  stream.packets += page.packets.length
  if (packets.length === 0) return new Float32Array(0)
  const { channelData, samplesDecoded, errors } = decodePackets(stream.decoder, packets)
  if (errors > 0) throw new SoundFileError('the Opus file is damaged')
  const position = Number(page.granulePosition)
  // A stream cut out of a longer one begins at a later position (RFC 7845 section 4.5); the last page may end early.
  stream.firstPosition ??= page.last ? 0 : position - samplesDecoded
  const before = stream.decoded
  stream.decoded += samplesDecoded
  const from = Math.min(samplesDecoded, Math.max(0, stream.head.preSkip - before))
  const to = page.last ? Math.min(samplesDecoded, Math.max(from, position - stream.firstPosition - before)) : samplesDecoded
  return mixed(channelData.map((channel) => channel.subarray(from, to)), to - from, stream.head.gain)
}

interface DecodedPackets {
  readonly channelData: readonly Float32Array[]
  readonly samplesDecoded: number
  readonly errors: number
}

function decodePackets(decoder: OpusDecoder, packets: readonly Buffer[]): DecodedPackets {
  try {
    const { channelData, samplesDecoded, errors } = decoder.decodeFrames([...packets])
    return { channelData, samplesDecoded, errors: errors.length }
  } catch {
    // A packet longer than Opus allows.
    throw new SoundFileError('the Opus file is damaged')
  }
}
