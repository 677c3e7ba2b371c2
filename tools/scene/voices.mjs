// Voices from espeak-ng. A child's voice is a woman's played faster, which raises pitch and formants together as a shorter
// vocal tract does; the speech itself is slowed down beforehand to keep a child's pace.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resampler } from '../../electron/listener/sources/resampler.ts'

/** `faster` scales pitch and formants; `pitch` (0-99) and `rate` (words a minute) are espeak-ng's. */
export const VOICES = {
  KCHI: { voice: 'en-us+f3', pitch: 62, rate: 100, faster: 1.3, level: -24 },
  OCH: { voice: 'en-us+f2', pitch: 50, rate: 130, faster: 1.18, level: -29 },
  FEM: { voice: 'en-us+f3', pitch: 46, rate: 165, faster: 1, level: -26 },
  MAL: { voice: 'en-us+m3', pitch: 38, rate: 160, faster: 1, level: -25 },
  TV: { voice: 'en-gb+m7', pitch: 45, rate: 175, faster: 1, level: -42 },
}

const SAMPLE_RATE = 16_000
/** Stretches of an utterance quieter than this for at least `PAUSE_MS` are pauses, dB below its loudest part. */
const PAUSE_DB = 38
const PAUSE_MS = 200
const STEP = SAMPLE_RATE / 100

export class SpeechSynthesisMissing extends Error {}

/** Speaks a line. Gives samples at 16 kHz scaled to the voice's level, and the spoken stretches in milliseconds. */
export function speak(role, text) {
  const { voice, pitch, rate, faster, level } = VOICES[role]
  const folder = mkdtempSync(join(tmpdir(), 'scene-'))
  try {
    const file = join(folder, 'line.wav')
    const args = ['-v', voice, '-p', String(pitch), '-s', String(rate), '-w', file, '--', text]
    const result = spawnSync('espeak-ng', args, { encoding: 'utf8' })
    if (result.error !== undefined || result.status !== 0) {
      throw new SpeechSynthesisMissing('espeak-ng is needed to make a home scene (Debian: apt-get install espeak-ng)')
    }
    const raw = readFileSync(file)
    const inputRate = Math.round(raw.readUInt32LE(24) * faster)
    const input = Float32Array.from({ length: (raw.length - 44) >> 1 }, (_, i) => raw.readInt16LE(44 + 2 * i) / 32_768)
    const resampler = new Resampler(inputRate)
    const head = resampler.push(input)
    const samples = Float32Array.from([...head, ...resampler.flush()])
    return levelled(trimmed(samples), level)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function stepLevels(samples) {
  return Array.from({ length: Math.floor(samples.length / STEP) }, (_, i) => {
    const part = samples.subarray(i * STEP, (i + 1) * STEP)
    return 10 * Math.log10(part.reduce((sum, value) => sum + value * value, 0) / STEP + 1e-12)
  })
}

/** Cuts silence off both ends and finds the spoken stretches between pauses. */
function trimmed(samples) {
  const levels = stepLevels(samples)
  const threshold = Math.max(...levels) - PAUSE_DB
  const loud = levels.flatMap((level, index) => (level > threshold ? [index] : []))
  const first = loud[0] ?? 0
  const stretches = []
  for (const index of loud) {
    const last = stretches.at(-1)
    if (last !== undefined && (index - last.to) * 10 < PAUSE_MS) last.to = index + 1
    else stretches.push({ from: index, to: index + 1 })
  }
  const end = (loud.at(-1) ?? 0) + 1
  return {
    samples: samples.slice(first * STEP, end * STEP),
    stretches: stretches.map(({ from, to }) => ({ startMs: (from - first) * 10, endMs: (to - first) * 10 })),
  }
}

function levelled({ samples, stretches }, levelDbfs) {
  const spoken = stretches.flatMap(({ startMs, endMs }) => [...samples.subarray(startMs * 16, endMs * 16)])
  const meanSquare = spoken.reduce((sum, value) => sum + value * value, 0) / Math.max(1, spoken.length)
  const gain = Math.sqrt(10 ** (levelDbfs / 10) / (meanSquare + 1e-12))
  return { samples: samples.map((value) => value * gain), stretches }
}
