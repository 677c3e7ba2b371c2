import { describe, expect, it } from 'vitest'
import { RingBuffer } from '../ring-buffer'
import { samplesOf, sine, voice, whiteNoise } from '../signals-for-tests'
import { VowelBandEnvelope } from './envelope'
import { FeatureExtractor } from './frame-features'
import { LoudnessMeter } from './loudness'
import { PITCH_INPUT_SAMPLES, PitchDetector } from './pitch'

function featuresOf(samples: Float32Array): ReturnType<FeatureExtractor['extract']> {
  const ring = new RingBuffer(2048)
  ring.push(samples)
  return new FeatureExtractor().extract(ring, new LoudnessMeter().measure(ring))
}

describe('pitch', () => {
  it.each([80, 125, 210, 300, 440, 640])('finds %d Hz within 1 %%', (hz) => {
    const { f0Hz, periodicity } = new PitchDetector().detect(sine(hz, 0.1).subarray(0, PITCH_INPUT_SAMPLES))
    expect(Math.abs((f0Hz ?? 0) / hz - 1)).toBeLessThan(0.01)
    expect(periodicity).toBeGreaterThan(0.95)
  })
  it('finds the fundamental of a voice rich in overtones', () => {
    const { f0Hz } = new PitchDetector().detect(voice({ f0Hz: 200, formantScale: 1.17, seconds: 0.3 }).slice(1500, 1500 + PITCH_INPUT_SAMPLES))
    expect(f0Hz).toBeGreaterThan(180)
    expect(f0Hz).toBeLessThan(225)
  })
  it('finds none in noise and in silence', () => {
    expect(new PitchDetector().detect(whiteNoise(0.1, 0.3).subarray(0, PITCH_INPUT_SAMPLES)).f0Hz).toBeNull()
    expect(new PitchDetector().detect(new Float32Array(PITCH_INPUT_SAMPLES))).toEqual({ f0Hz: null, periodicity: 0 })
  })
})

describe('frame features', () => {
  it('give the level of a full-scale sine as -3 dBFS', () => {
    const { levelDbfs, peakDbfs } = featuresOf(sine(1000, 0.1, 1))
    expect(levelDbfs).toBeCloseTo(-3.01, 1)
    expect(peakDbfs).toBeCloseTo(0, 1)
  })
  it('do not mistake a constant offset for sound', () => {
    expect(featuresOf(new Float32Array(2048).fill(0.5)).levelDbfs).toBeLessThan(-75)
  })
  it('tell a tone from a voice with breath by flatness, and say nothing of the shape of noise', () => {
    const tone = featuresOf(sine(500, 0.1)).shape?.flatness ?? 1
    const hiss = whiteNoise(0.13, 0.02)
    const breathy = featuresOf(sine(500, 0.13).map((value, i) => value + (hiss[i] ?? 0))).shape?.flatness ?? 0
    expect(tone).toBeLessThan(0.05)
    expect(breathy).toBeGreaterThan(2 * tone)
    expect(featuresOf(whiteNoise(0.13, 0.3)).shape).toBeNull()
  })
  it('tell long vocal tracts from short ones by the cepstrum', () => {
    const second = (formantScale: number): number =>
      featuresOf(voice({ f0Hz: 200, formantScale, seconds: 0.3 }).slice(1_000, 3_048)).shape?.mfcc[2] ?? Number.NaN
    expect(second(1)).not.toBeCloseTo(second(1.4), 0)
  })
  it('are all finite on silence, clipping and what is no number', () => {
    for (const samples of [new Float32Array(2048), sine(200, 0.2, 50), new Float32Array(2048).fill(Number.NaN)]) {
      const { shape, vowelBand, f0Hz, ...numbers } = featuresOf(samples)
      expect([...Object.values(numbers), ...(shape?.mfcc ?? []), shape?.flatness ?? 0, ...vowelBand, f0Hz ?? 0].every(Number.isFinite)).toBe(true)
    }
  })
})

describe('the vowel band', () => {
  it('passes vowels and keeps rumble and hiss out', () => {
    const energy = (hz: number): number => {
      const steps = new VowelBandEnvelope().push(sine(hz, 0.256))
      return steps.slice(8).reduce((sum, value) => sum + value, 0)
    }
    expect(energy(900)).toBeGreaterThan(20 * energy(60))
    expect(energy(900)).toBeGreaterThan(20 * energy(7500))
  })
  it('goes on over frames as if they were one', () => {
    const samples = samplesOf(0.128, (i) => Math.sin(i * 0.4))
    const whole = new VowelBandEnvelope().push(samples)
    const split = new VowelBandEnvelope()
    expect([...split.push(samples.subarray(0, 512)), ...split.push(samples.subarray(512, 1024))]).toEqual(whole.slice(0, 8))
  })
})
