// Sounds of a home that are no voices.
const SAMPLE_RATE = 16_000

/** Early reflections of a small furnished room: delay in milliseconds, factor. */
const REFLECTIONS = [[6.5, 0.32], [11.2, 0.24], [17.9, 0.17], [29.3, 0.1], [41.7, 0.06]]

/** Adds `samples` to `mix` at `atMs`, with the room's reflections. */
export function addToRoom(mix, samples, atMs) {
  for (const [delayMs, factor] of [[0, 1], ...REFLECTIONS]) {
    const offset = Math.round(((atMs + delayMs) * SAMPLE_RATE) / 1000)
    const end = Math.min(samples.length, mix.length - offset)
    for (let i = 0; i < end; i++) mix[offset + i] += factor * samples[i]
  }
}

/** The room's own noise: low-passed, about -58 dBFS, as a fan or a road far away. */
export function addRoomNoise(mix, random) {
  let low = 0
  for (let i = 0; i < mix.length; i++) {
    low = 0.97 * low + 0.03 * (2 * random.next() - 1)
    mix[i] += 0.012 * low + 0.0006 * (2 * random.next() - 1)
  }
}

/** A clatter or a door: noise through a resonance, dying away. */
export function bang(random, lengthMs) {
  const length = Math.round((lengthMs * SAMPLE_RATE) / 1000)
  const frequency = random.between(300, 1800)
  const cosine = 2 * 0.97 * Math.cos((2 * Math.PI * frequency) / SAMPLE_RATE)
  const samples = new Float32Array(length)
  let y1 = 0
  let y2 = 0
  for (let i = 0; i < length; i++) {
    const strike = random.next() < 0.002 ? 6 : 1
    const y = strike * (2 * random.next() - 1) * 0.02 + cosine * y1 - 0.94 * y2
    y2 = y1
    y1 = y
    samples[i] = Math.max(-0.5, Math.min(0.5, y * Math.exp((-4 * i) / length)))
  }
  return samples
}

/** A loudspeaker across the room: only 300-3400 Hz come through, with a jingle under the speech. */
export function throughLoudspeaker(samples, random) {
  const root = random.pick([220, 247, 262])
  let low = 0
  let slow = 0
  return samples.map((value, i) => {
    const beat = Math.floor(i / (SAMPLE_RATE * 0.35))
    const note = root * [1, 1.25, 1.5, 1.25][beat % 4]
    const jingle = 0.0025 * Math.sin((2 * Math.PI * note * i) / SAMPLE_RATE)
    low += 0.7 * (value + jingle - low)
    slow += 0.11 * (low - slow)
    return low - slow
  })
}
