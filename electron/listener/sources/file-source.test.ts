import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PITCH_INPUT_SAMPLES, PitchDetector } from '../features/pitch'
import { joined } from '../signals-for-tests'
import { FileSource } from './file-source'
import { TONE_FLAC_BASE64 } from './flac-for-tests'
import { TONE_OPUS_BASE64 } from './opus-for-tests'
import { Resampler } from './resampler'
import { SoundFileError } from './sound-file-error'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sound-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Encoding = 'u8' | 's16' | 's24' | 's32' | 'f32' | 'f64'
const ENCODINGS: Record<Encoding, { tag: number; bytes: number; write: (b: Buffer, v: number, at: number) => void }> = {
  u8: { tag: 1, bytes: 1, write: (b, v, at) => b.writeUInt8(Math.round(127 * v) + 128, at) },
  s16: { tag: 1, bytes: 2, write: (b, v, at) => b.writeInt16LE(Math.round(32_767 * v), at) },
  s24: { tag: 1, bytes: 3, write: (b, v, at) => b.writeIntLE(Math.round(8_388_607 * v), at, 3) },
  s32: { tag: 1, bytes: 4, write: (b, v, at) => b.writeInt32LE(Math.round(2_147_483_647 * v), at) },
  f32: { tag: 3, bytes: 4, write: (b, v, at) => b.writeFloatLE(v, at) },
  f64: { tag: 3, bytes: 8, write: (b, v, at) => b.writeDoubleLE(v, at) },
}

function wav(encoding: Encoding, rate: number, channels: number, samples: readonly number[], extra = Buffer.alloc(0)): Buffer {
  const { tag, bytes, write } = ENCODINGS[encoding]
  const block = bytes * channels
  const format = Buffer.alloc(24)
  format.write('fmt ', 0, 'latin1')
  format.writeUInt32LE(16, 4)
  format.writeUInt16LE(tag, 8)
  format.writeUInt16LE(channels, 10)
  format.writeUInt32LE(rate, 12)
  format.writeUInt32LE(rate * block, 16)
  format.writeUInt16LE(block, 20)
  format.writeUInt16LE(8 * bytes, 22)
  const data = Buffer.alloc(8 + samples.length * block)
  data.write('data', 0, 'latin1')
  data.writeUInt32LE(samples.length * block, 4)
  samples.forEach((value, i) => {
    for (let channel = 0; channel < channels; channel++) write(data, value, 8 + i * block + channel * bytes)
  })
  const riff = Buffer.alloc(12)
  riff.write('RIFF', 0, 'latin1')
  riff.writeUInt32LE(4 + format.length + extra.length + data.length, 4)
  riff.write('WAVE', 8, 'latin1')
  return Buffer.concat([riff, format, extra, data])
}

function tone(hz: number, rate: number, seconds: number): readonly number[] {
  return Array.from({ length: Math.round(rate * seconds) }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hz * i) / rate))
}

async function read(content: Buffer | string): Promise<Float32Array> {
  const path = join(folder, 'sound')
  await writeFile(path, content)
  const chunks: Float32Array[] = []
  for await (const event of new FileSource(path).events(new AbortController().signal)) {
    if (event.type === 'sound') chunks.push(event.samples.slice())
  }
  return joined(...chunks)
}

describe('sound files', () => {
  it.each([
    ['u8', 16_000, 1], ['s16', 16_000, 2], ['s24', 44_100, 1], ['s32', 48_000, 6], ['f32', 22_050, 2], ['f64', 8_000, 1], ['s16', 96_000, 1], ['s16', 11_025, 1],
  ] as const)('are read from %s at %d Hz with %d channels', async (encoding, rate, channels) => {
    const samples = await read(wav(encoding, rate, channels, tone(440, rate, 0.5)))
    expect(Math.abs(samples.length - 8_000)).toBeLessThan(40)
    const middle = samples.subarray(3_000, 3_000 + PITCH_INPUT_SAMPLES)
    expect(new PitchDetector().detect(middle).f0Hz).toBeCloseTo(440, -0.5)
    expect(Math.max(...middle)).toBeCloseTo(0.5, 1)
  })

  it('are read from FLAC', async () => {
    const samples = await read(Buffer.from(TONE_FLAC_BASE64, 'base64'))
    expect(Math.abs(samples.length - 4_000)).toBeLessThan(40)
    expect(new PitchDetector().detect(samples.subarray(1_000, 1_000 + PITCH_INPUT_SAMPLES)).f0Hz).toBeCloseTo(440, -0.5)
  })

  it('are read from Opus, without the decoder\'s warm-up and the padding of the last packet', async () => {
    const samples = await read(toneOpus())
    expect(samples).toHaveLength(8_000)
    expect(new PitchDetector().detect(samples.subarray(3_000, 3_000 + PITCH_INPUT_SAMPLES)).f0Hz).toBeCloseTo(440, -0.5)
    expect(Math.max(...samples.subarray(3_000, 6_000))).toBeCloseTo(0.5, 1)
    // The tone sounds from the first sample to the last.
    expect(energy(samples.subarray(0, 400))).toBeGreaterThan(0.5 * energy(samples.subarray(4_000, 4_400)))
    expect(energy(samples.subarray(-400))).toBeGreaterThan(0.5 * energy(samples.subarray(4_000, 4_400)))
  })

  it('in Opus may follow each other in one file', async () => {
    expect(await read(Buffer.concat([toneOpus(), toneOpus()]))).toHaveLength(16_000)
  })

  it('may hold chunks that are not sound, and a length left open by a recorder', async () => {
    const list = Buffer.from('LIST\x05\0\0\0abcde\0', 'latin1')
    const content = wav('s16', 16_000, 1, tone(300, 16_000, 0.1), list)
    content.writeUInt32LE(0xffffffff, content.length - 3200 - 4)
    expect(await read(content)).toHaveLength(1_600)
  })

  it('become harmless where a float is no number', async () => {
    const samples = await read(wav('f32', 16_000, 1, [...tone(300, 16_000, 0.1), Number.NaN, Infinity, 9]))
    expect([...samples.slice(-3)]).toEqual([0, 0, 1])
  })

  it.each([
    ['an empty file', Buffer.alloc(0), 'the file is empty'],
    ['text', 'once upon a time there was', 'not a sound file'],
    ['half a header', wav('s16', 16_000, 1, [0]).subarray(0, 20), 'ends inside its header'],
    ['a header alone', wav('s16', 16_000, 1, []), 'its length is zero'],
    ['a few samples', wav('s16', 16_000, 1, tone(300, 16_000, 0.01)), 'too short'],
    ['a rate of zero', wav('s16', 0, 1, tone(300, 16_000, 0.1)), 'sampling rate of 0 Hz'],
    ['no channels', patched(wav('s16', 16_000, 1, tone(300, 16_000, 0.1)), 22, 0), '0 channels'],
    ['a compressed WAV', patched(wav('s16', 16_000, 1, tone(300, 16_000, 0.1)), 20, 85), 'not supported'],
    ['a contradiction', patched(wav('s16', 16_000, 1, tone(300, 16_000, 0.1)), 32, 7), 'contradicts itself'],
    ['damaged FLAC', Buffer.from(TONE_FLAC_BASE64, 'base64').subarray(0, 400), 'damaged or cut short'],
    ['a FLAC header alone', 'fLaC', 'its length is zero'],
    ['Opus cut inside a page', toneOpus().subarray(0, -40), 'damaged or cut short'],
    ['Opus cut between pages', toneOpus().subarray(0, toneOpus().lastIndexOf('OggS')), 'damaged or cut short'],
    ['Opus without a page in the middle', withoutPage(toneOpus(), 3), 'damaged or cut short'],
    ['a wrong byte in Opus', patched(toneOpus(), 1_500, 0x5a5a), 'damaged or cut short'],
    ['an Ogg header alone', 'OggS', 'damaged or cut short'],
    ['another kind of sound in Ogg', oggPage('\x01vorbis', 6), 'holds no Opus sound'],
    ['an Opus header of nothing', oggPage('OpusHead\x01', 6), 'its header cannot be read'],
    ['an Opus header of no channels', oggPage(`OpusHead\x01${'\0'.repeat(10)}`, 6), 'its header cannot be read'],
    ['an Opus header and no more', oggPage(toneOpus().toString('latin1', 28, 47), 6), 'too short'],
  ])('with %s are refused in one clear line', async (_, content, message) => {
    const error: unknown = await read(content).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(SoundFileError)
    expect(String(error)).toContain(message)
    expect(String(error)).not.toContain('\n')
  })

  it('that do not exist or are folders are refused', async () => {
    const events = (path: string): Promise<unknown> => new FileSource(path).events(new AbortController().signal).next()
    await expect(events(join(folder, 'none.wav'))).rejects.toThrow('there is no such file')
    await expect(events(folder)).rejects.toThrow('not a file')
  })
})

function toneOpus(): Buffer {
  return Buffer.from(TONE_OPUS_BASE64, 'base64')
}

function energy(samples: Float32Array): number {
  return samples.reduce((sum, sample) => sum + sample ** 2, 0)
}

function withoutPage(ogg: Buffer, number: number): Buffer {
  const starts = [...ogg.toString('latin1').matchAll(/OggS/g)].map((found) => found.index)
  return Buffer.concat([ogg.subarray(0, starts[number]), ogg.subarray(starts[number + 1])])
}

/** An Ogg file of one page with one short packet. Its checksum is made bit by bit, unlike the reader's. */
function oggPage(packet: string, flags: number): Buffer {
  const page = Buffer.alloc(28 + packet.length)
  page.write('OggS', 0, 'latin1')
  page.writeUInt8(flags, 5)
  page.writeUInt8(1, 26)
  page.writeUInt8(packet.length, 27)
  page.write(packet, 28, 'latin1')
  let crc = 0
  for (const byte of page) {
    for (let bit = 7; bit >= 0; bit--) {
      const out = (crc >>> 31) ^ ((byte >> bit) & 1)
      crc = ((crc << 1) ^ (out === 1 ? 0x04c11db7 : 0)) >>> 0
    }
  }
  page.writeUInt32LE(crc, 22)
  return page
}

function patched(content: Buffer, offset: number, value: number): Buffer {
  content.writeUInt16LE(value, offset)
  return content
}

describe('the resampler', () => {
  it('gives the same samples however the input is cut', () => {
    const input = Float32Array.from(tone(700, 44_100, 0.2))
    const whole = new Resampler(44_100)
    const cut = new Resampler(44_100)
    const pieces = [0, 1, 500, 501, 4_000, input.length].map((end, i, ends) => cut.push(input.subarray(ends[i - 1] ?? 0, end)))
    expect(joined(...pieces, cut.flush())).toEqual(joined(whole.push(input), whole.flush()))
  })
  it('keeps out what would fold down from above the new band', () => {
    const resampler = new Resampler(48_000)
    const output = resampler.push(Float32Array.from(tone(11_000, 48_000, 0.2))).subarray(200)
    expect(Math.max(...output)).toBeLessThan(0.001)
  })
  it('passes a constant unchanged', () => {
    const output = new Resampler(44_100).push(new Float32Array(4_410).fill(0.25))
    expect(output[800]).toBeCloseTo(0.25, 5)
  })
})
