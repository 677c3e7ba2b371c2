import { SoundFileError } from './sound-file-error'
import type { ReadAt } from './wav-header'

/** A page of an Ogg file with the packets that end in it. */
export interface OggPage {
  readonly serialNumber: number
  /** First and last page of its stream. */
  readonly first: boolean
  readonly last: boolean
  /** For Opus: samples at 48 kHz up to the end of the last packet that ends here; -1 when none does. */
  readonly granulePosition: bigint
  /** Whole packets; what began on pages before is joined. */
  readonly packets: readonly Buffer[]
}

const HEADER_BYTES = 27
const CONTINUED = 1
const FIRST = 2
const LAST = 4
/** A packet goes on where its last piece is this long. */
const FULL_SEGMENT = 255
/** Pictures in a file's comments are the largest packets there are; more than this is damage. */
const MAX_PACKET_BYTES = 16 * 1024 ** 2

interface OpenStream {
  pageNumber: number
  unfinished: Buffer
}

/**
 * Reads an Ogg file page by page (RFC 3533), holding one page at a time. Own code because the libraries with this in
 * them are under the LGPL or read whole files; and because they pass over damage, which here is to be told.
 * @throws SoundFileError where a checksum, the order of the pages or their structure is wrong, or the file ends in a page
 */
export async function* oggPages(readAt: ReadAt, fileBytes: number): AsyncGenerator<OggPage, void, undefined> {
  const streams = new Map<number, OpenStream>()
  for (let offset = 0; offset < fileBytes; ) {
    const { head, body } = await readPage(readAt, offset)
    offset += head.length + body.length
    const flags = head.readUInt8(5)
    const serialNumber = head.readUInt32LE(14)
    const pageNumber = head.readUInt32LE(18)
    const stream = (flags & FIRST) === 0 ? streams.get(serialNumber) : { pageNumber: pageNumber - 1, unfinished: Buffer.alloc(0) }
    const goesOn = (flags & CONTINUED) !== 0
    if (stream === undefined || pageNumber !== stream.pageNumber + 1 || goesOn !== stream.unfinished.length > 0) throw damaged()
    const { packets, unfinished } = packetsOf(head.subarray(HEADER_BYTES), Buffer.concat([stream.unfinished, body]), stream.unfinished.length)
    if (unfinished.length > MAX_PACKET_BYTES) throw damaged()
    const last = (flags & LAST) !== 0
    if (last) streams.delete(serialNumber)
    else streams.set(serialNumber, { pageNumber, unfinished })
    yield { serialNumber, first: (flags & FIRST) !== 0, last, granulePosition: head.readBigInt64LE(6), packets }
  }
}

function damaged(): SoundFileError {
  return new SoundFileError('the Ogg file is damaged or cut short')
}

async function readPage(readAt: ReadAt, offset: number): Promise<{ head: Buffer; body: Buffer }> {
  const fixed = await readAt(offset, HEADER_BYTES)
  if (fixed.length < HEADER_BYTES || fixed.toString('latin1', 0, 4) !== 'OggS' || fixed.readUInt8(4) !== 0) throw damaged()
  const segments = await readAt(offset + HEADER_BYTES, fixed.readUInt8(26))
  const bodyBytes = segments.reduce((sum, length) => sum + length, 0)
  const body = await readAt(offset + HEADER_BYTES + segments.length, bodyBytes)
  if (segments.length < fixed.readUInt8(26) || body.length < bodyBytes) throw damaged()
  const checksum = fixed.readUInt32LE(22)
  const head = Buffer.concat([fixed, segments])
  // The checksum is of the page with its own field zero.
  const zeroed = Buffer.from(head)
  zeroed.writeUInt32LE(0, 22)
  if (crcOf(body, crcOf(zeroed, 0)) !== checksum) throw damaged()
  return { head, body }
}

/** @param begun how many of `bytes` belong to a packet that began before */
function packetsOf(segments: Buffer, bytes: Buffer, begun: number): { packets: Buffer[]; unfinished: Buffer } {
  const packets: Buffer[] = []
  let start = 0
  let end = begun
  for (const length of segments) {
    end += length
    if (length === FULL_SEGMENT) continue
    packets.push(bytes.subarray(start, end))
    start = end
  }
  return { packets, unfinished: Buffer.from(bytes.subarray(start)) }
}

/** CRC-32 with the polynomial 0x04c11db7, most significant bit first, no inversions (RFC 3533 section 6). */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24
  for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1
  return crc
})

function crcOf(bytes: Buffer, from: number): number {
  let crc = from
  for (const byte of bytes) crc = ((crc << 8) ^ (CRC_TABLE[(crc >>> 24) ^ byte] ?? 0)) >>> 0
  return crc
}
