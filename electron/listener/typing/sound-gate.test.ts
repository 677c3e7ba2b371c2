import { expect, it } from 'vitest'
import { whiteNoise, sine, joined } from '../signals-for-tests'
import { FRAME_SAMPLES, meanSquareToDbfs } from '../audio-format'
import { NoiseFloor } from '../vad/noise-floor'
import { isSound } from './sound-gate'

/** How many frames are sound by their level alone. */
function soundFrames(samples: Float32Array): number {
  const floor = new NoiseFloor()
  let count = 0
  for (let at = 0; at + FRAME_SAMPLES <= samples.length; at += FRAME_SAMPLES) {
    const frame = samples.subarray(at, at + FRAME_SAMPLES)
    const levelDbfs = meanSquareToDbfs(frame.reduce((sum, sample) => sum + sample * sample, 0) / FRAME_SAMPLES)
    if (isSound(0, levelDbfs, levelDbfs - floor.next(levelDbfs))) count++
  }
  return count
}

const room = whiteNoise(20, 0.003)
const withRoom = (sound: Float32Array): Float32Array => sound.map((sample, i) => sample + (room[i] ?? 0))

it('nothing sounds in an even room, whatever its level', () => {
  for (const level of [0, 0.0001, 0.003, 0.1]) expect(soundFrames(whiteNoise(60, level))).toBe(0)
})
it('what is a little louder than the room sounds, and what the voice activity model takes for speech', () => {
  const tone = withRoom(joined(new Float32Array(10 * 16_000), sine(300, 3, 0.004), new Float32Array(7 * 16_000)))
  expect(soundFrames(tone)).toBeGreaterThan(80)
  expect(isSound(0.2, -70, 0)).toBe(true)
})
it('a converter’s own noise is no sound', () => {
  expect(isSound(0, -80, 20)).toBe(false)
  expect(isSound(0, -70, 20)).toBe(true)
})
