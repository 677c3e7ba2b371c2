// Writes a scene: sound, segments, and what a perfect listener would count, by the product's own counting rules.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SOUND_TYPES } from '../../common/listening/voice.ts'
import { voicesOneAtATime } from '../../electron/listener/counting/overlap.ts'
import { findTurns } from '../../electron/listener/counting/turns.ts'
import { findVocalizations } from '../../electron/listener/counting/vocalizations.ts'
import { composeScene } from './compose.mjs'

const SAMPLE_RATE = 16_000

/** @returns the paths written and the truth */
export function writeScene({ seconds, seed, out, name }) {
  const { samples, events, adultWords } = composeScene(seconds, seed)
  const voices = voicesOneAtATime(events)
  const labelSeconds = Object.fromEntries(
    SOUND_TYPES.map((type) => [type, round(events.reduce((sum, it) => sum + (it.type === type ? it.endMs - it.startMs : 0), 0) / 1000)]),
  )
  labelSeconds.SIL = round(seconds - coveredMs(events) / 1000)
  const truth = {
    seconds,
    seed,
    label_seconds: labelSeconds,
    adult_words: adultWords,
    child_vocalizations: findVocalizations(voices).length,
    conversational_turns: findTurns(voices).length,
    segments: events.map(({ type, startMs, endMs }) => ({ type, startMs, endMs })),
  }
  mkdirSync(out, { recursive: true })
  const path = (extension) => join(out, `${name}.${extension}`)
  writeFileSync(path('wav'), wavOf(samples))
  writeFileSync(path('rttm'), events.map((event) => rttmLine(name, event)).join(''))
  writeFileSync(path('json'), `${JSON.stringify(truth, null, 1)}\n`)
  return { wav: path('wav'), rttm: path('rttm'), json: path('json'), truth }
}

/** Milliseconds in which anything at all happens. */
function coveredMs(events) {
  let covered = 0
  let upTo = 0
  for (const { startMs, endMs } of events) {
    covered += Math.max(0, endMs - Math.max(startMs, upTo))
    upTo = Math.max(upTo, endMs)
  }
  return covered
}

function rttmLine(name, { type, startMs, endMs }) {
  return `SPEAKER ${name} 1 ${(startMs / 1000).toFixed(3)} ${((endMs - startMs) / 1000).toFixed(3)} <NA> <NA> ${type} <NA> <NA>\n`
}

function wavOf(samples) {
  const data = Buffer.alloc(44 + 2 * samples.length)
  data.write('RIFF', 0, 'latin1')
  data.writeUInt32LE(36 + 2 * samples.length, 4)
  data.write('WAVEfmt ', 8, 'latin1')
  data.writeUInt32LE(16, 16)
  data.writeUInt16LE(1, 20)
  data.writeUInt16LE(1, 22)
  data.writeUInt32LE(SAMPLE_RATE, 24)
  data.writeUInt32LE(2 * SAMPLE_RATE, 28)
  data.writeUInt16LE(2, 32)
  data.writeUInt16LE(16, 34)
  data.write('data', 36, 'latin1')
  data.writeUInt32LE(2 * samples.length, 40)
  samples.forEach((value, i) => {
    data.writeInt16LE(Math.round(32_767 * Math.max(-1, Math.min(1, value))), 44 + 2 * i)
  })
  return data
}

function round(seconds) {
  return Math.round(seconds * 1000) / 1000
}
