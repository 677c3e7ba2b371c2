import { type Dirent, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const RATE = 16_000
const WINDOW_SAMPLES = 8
const WINDOWS = 64

/** A sound whose samples can be found again as bytes: noise that never repeats, loud enough to be heard as sound. */
export interface MarkerSound {
  readonly samples: Int16Array
  readonly seconds: number
}

export function makeMarker(seconds: number): MarkerSound {
  const samples = new Int16Array(seconds * RATE)
  // xorshift32: the same noise on every run
  let state = 0x9e3779b9
  for (let index = 0; index < samples.length; index += 1) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    samples[index] = (state % 12_000) | 1
  }
  return { samples, seconds }
}

/** Writes the marker as a 16 kHz mono WAV. */
export function writeMarker(marker: MarkerSound, file: string): void {
  const data = Buffer.from(marker.samples.buffer)
  const header = Buffer.alloc(44)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(36 + data.length, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(RATE, 24)
  header.writeUInt32LE(RATE * 2, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(data.length, 40)
  writeFileSync(file, Buffer.concat([header, data]))
}

/** Short stretches of the marker as they would lie in a file: 16-bit integers, and 32-bit floats of full scale 1. */
function needles({ samples }: MarkerSound): readonly Buffer[] {
  return Array.from({ length: WINDOWS }, (_, index) => {
    const start = Math.floor(((index + 0.5) * samples.length) / WINDOWS)
    const window = samples.slice(start, start + WINDOW_SAMPLES)
    const floats = Float32Array.from(window, (sample) => sample / 32_768)
    return [Buffer.from(window.buffer), Buffer.from(floats.buffer)]
  }).flat()
}

/** The files below the folders that hold a stretch of the marker's samples. */
export function filesWithMarker(marker: MarkerSound, folders: readonly string[]): readonly string[] {
  const patterns = needles(marker)
  return folders
    .flatMap(filesBelow)
    .filter((file) => {
      const content = readIfThere(file)
      return patterns.some((pattern) => content.includes(pattern))
    })
}

function filesBelow(folder: string): readonly string[] {
  let entries: readonly Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  } catch {
    return []
  }
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** A temporary file may be gone between listing and reading. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}
