import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { SAMPLE_RATE } from '../../electron/listener/audio-format'
import { BLOCK_SAMPLES, VoiceTypesModel } from '../../electron/listener/typing/voice-types-model'

/*
 * The committed ONNX file against PyTorch: models/training/parity.py wrote what the network says, in 32-bit floats and in
 * one piece, to a sound that is made here again. The app's file has 16-bit weights and hears the sound in half seconds.
 */

const models = fileURLToPath(new URL('../../models', import.meta.url))
const SECONDS = 6

const rows = z.array(z.array(z.number()))
const saidSchema = z.object({ voices: rows, older: z.array(z.number()), words: z.array(z.number()), embedding: rows })

/** As `known_sound` in models/training/parity.py. */
function knownSound(): Float32Array {
  const samples = new Float32Array(SECONDS * SAMPLE_RATE)
  let seed = 1
  for (let i = 0; i < samples.length; i++) {
    const t = i / SAMPLE_RATE
    const phase = 2 * Math.PI * (140 * t + 30 * t ** 2)
    let tone = 0
    for (let k = 1; k <= 8; k++) tone += Math.sin(k * phase) / k
    seed = (Math.imul(1664525, seed) + 1013904223) >>> 0
    samples[i] = 0.08 * tone * (Math.floor(t * 3) % 2) + 0.01 * (seed / 2 ** 31 - 1)
  }
  return samples
}

function largestDifference(said: readonly number[], heard: readonly number[]): number {
  expect(heard).toHaveLength(said.length)
  return Math.max(...said.map((value, index) => Math.abs(value - (heard[index] ?? Number.NaN))))
}

describe('the model of voice types', () => {
  it('says what PyTorch says: probabilities to 0.005, words to 0.01 a step, embeddings to 0.05', async () => {
    const said = saidSchema.parse(JSON.parse(await readFile(`${models}/voice-types/parity.json`, 'utf8')))
    const model = await VoiceTypesModel.open(models)
    const sound = knownSound()
    const frames = []
    for (let at = 0; at < sound.length; at += BLOCK_SAMPLES) {
      model.block.set(sound.subarray(at, at + BLOCK_SAMPLES))
      for (const frame of await model.run()) {
        frames.push({ ...frame, probabilities: [...frame.probabilities], embedding: [...frame.embedding] })
      }
    }
    await model.close()
    expect(frames).toHaveLength(SECONDS * 10)
    expect(largestDifference(said.voices.flat(), frames.flatMap(({ probabilities }) => probabilities))).toBeLessThan(0.005)
    expect(largestDifference(said.older, frames.map(({ older }) => older))).toBeLessThan(0.005)
    expect(largestDifference(said.words, frames.map(({ syllables }) => syllables))).toBeLessThan(0.01)
    expect(largestDifference(said.embedding.flat(), frames.flatMap(({ embedding }) => embedding))).toBeLessThan(0.05)
    // It hears something: a constant answer would be the same on both sides.
    expect(Math.max(...said.voices.flat()) - Math.min(...said.voices.flat())).toBeGreaterThan(0.2)
  })
})
