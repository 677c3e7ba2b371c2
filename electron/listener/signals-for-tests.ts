import { SAMPLE_RATE } from './audio-format'

/** For tests: seeded noise in [-1, 1] (a linear congruential generator, "Numerical Recipes" constants). */
export function noiseSource(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 31 - 1
  }
}

export function samplesOf(seconds: number, at: (index: number) => number): Float32Array {
  return Float32Array.from({ length: Math.round(seconds * SAMPLE_RATE) }, (_, index) => at(index))
}

export function sine(hz: number, seconds: number, amplitude = 0.3): Float32Array {
  return samplesOf(seconds, (i) => amplitude * Math.sin((2 * Math.PI * hz * i) / SAMPLE_RATE))
}

export function whiteNoise(seconds: number, amplitude: number, seed = 1): Float32Array {
  const next = noiseSource(seed)
  return samplesOf(seconds, () => amplitude * next())
}

export function joined(...parts: readonly Float32Array[]): Float32Array {
  const result = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    result.set(part, at)
    at += part.length
  }
  return result
}

interface VoiceOptions {
  readonly f0Hz: number
  /** 1 for a man; shorter vocal tracts have higher resonances: about 1.17 for a woman, 1.4 for a small child. */
  readonly formantScale: number
  readonly seconds: number
  readonly syllablesPerSecond?: number
  readonly level?: number
}

/** Vowels in turn: first four resonances of a man's /a/, /i/, /u/, /e/, Hz (rounded from Peterson and Barney 1952). */
const VOWELS = [
  [730, 1090, 2440, 3500],
  [270, 2290, 3010, 3600],
  [300, 870, 2240, 3400],
  [530, 1840, 2480, 3500],
] as const

/** For tests: a speaking voice by source and filter: pulses whose pitch wanders, through moving resonances, in syllables. */
export function voice({ f0Hz, formantScale, seconds, syllablesPerSecond = 4, level = 0.12 }: VoiceOptions): Float32Array {
  const noise = noiseSource(7)
  const filters = [0, 1, 2, 3].map(() => ({ y1: 0, y2: 0 }))
  let phase = 0
  const raw = samplesOf(seconds, (i) => {
    const t = i / SAMPLE_RATE
    const pitch = f0Hz * (1 + 0.08 * Math.sin(2 * Math.PI * 0.7 * t) + 0.03 * Math.sin(2 * Math.PI * 2.3 * t))
    phase += pitch / SAMPLE_RATE
    const pulse = phase >= 1 ? 1 : 0
    phase %= 1
    const syllable = Math.floor(t * syllablesPerSecond)
    const within = t * syllablesPerSecond - syllable
    const envelope = Math.sin(Math.PI * within) ** 0.7
    const vowel = VOWELS[syllable % VOWELS.length] ?? VOWELS[0]
    let value = (pulse + 0.01 * noise()) * (0.03 + envelope)
    filters.forEach((filter, index) => {
      const hz = (vowel[index] ?? 3500) * formantScale
      const radius = Math.exp((-Math.PI * (60 + 40 * index)) / SAMPLE_RATE)
      const b1 = 2 * radius * Math.cos((2 * Math.PI * hz) / SAMPLE_RATE)
      const gain = 1 - b1 + radius * radius
      const y = gain * value + b1 * filter.y1 - radius * radius * filter.y2
      filter.y2 = filter.y1
      filter.y1 = y
      value = y
    })
    return value
  })
  const rms = Math.sqrt(raw.reduce((sum, value) => sum + value * value, 0) / raw.length)
  return raw.map((value) => Math.max(-1, Math.min(1, (value * level) / rms)))
}

/** The samples as 16-bit frames, as a recorder gives them. */
export function asInt16Frames(samples: Float32Array, frameSamples = 512): readonly Int16Array[] {
  return Array.from({ length: Math.floor(samples.length / frameSamples) }, (_, frame) =>
    Int16Array.from(samples.subarray(frame * frameSamples, (frame + 1) * frameSamples), (value) => Math.round(value * 32_767)),
  )
}
