import { writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { parseArgs } from 'node:util'
import decoding from '../voice-types/decoding.json' with { type: 'json' }
import { VoiceTypesModel } from '../../electron/listener/typing/voice-types-model'
import { VOICE_CLASSES } from '../../electron/listener/typing/voice-classes'
import { SileroVad } from '../../electron/listener/vad/silero-vad'
import { trueClassFrames } from './class-frames'
import { type EvaluationIo, reasonOf } from './eval-speech'
import { reliabilityOf, reliabilityTable } from './reliability'
import { readScene, soundOfScenes } from './scene-files'
import { decodingJson, tuneDecoding, type Tuned, type TuningScene, type TuningScore } from './tune-decoding'
import { voiceFramesOf } from './voice-frames'

const USAGE =
  'usage: npm run tune:decoding -- <folder of scenes> [--write] [--json <file>]\n' +
  'Runs the trained model once over every sound file beside an .rttm and searches the decoding that scores best. Prints scores,\n' +
  'the decoding found and how far the probabilities are true; --write puts the decoding into models/voice-types/decoding.json.\n'

/** Runs `npm run tune:decoding`. Gives the exit code: 0, 1 when something went wrong, 2 for a wrong call. */
export async function tuneCommand(args: readonly string[], io: EvaluationIo): Promise<number> {
  const call = parseCall(args)
  if (call === null) {
    io.err(USAGE)
    return 2
  }
  try {
    const scenes = await recordScenes(call.scenes, io)
    const reliability = reliabilityOf(scenes)
    const tuned = tuneDecoding(scenes, decoding, (round, { total }) => {
      io.progress(`round ${String(round)}: ${total.toFixed(4)}`)
    })
    io.progress('')
    io.out(`${tunedText(tuned)}${reliabilityTable(reliability)}`)
    if (call.write) await writeFile(join(io.modelsFolder, 'voice-types/decoding.json'), decodingJson(tuned.decoding))
    if (call.json !== undefined) await writeFile(call.json, `${JSON.stringify({ ...tuned, reliability }, null, 1)}\n`)
    return 0
  } catch (error) {
    io.err(`${reasonOf(error)}\n`)
    return 1
  }
}

interface Call {
  readonly scenes: string
  readonly write: boolean
  readonly json: string | undefined
}

function parseCall(args: readonly string[]): Call | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { write: { type: 'boolean', default: false }, json: { type: 'string' } },
      allowPositionals: true,
    })
    const [scenes, ...more] = positionals
    return scenes === undefined || more.length > 0 ? null : { scenes, write: values.write, json: values.json }
  } catch {
    return null
  }
}

async function recordScenes(folder: string, io: EvaluationIo): Promise<readonly TuningScene[]> {
  const files = await soundOfScenes(folder)
  const vad = await SileroVad.open(io.modelsFolder)
  const model = await VoiceTypesModel.open(io.modelsFolder)
  const scenes: TuningScene[] = []
  for (const [index, file] of files.entries()) {
    const { name } = parse(file)
    io.progress(`${name} (${String(index + 1)} of ${String(files.length)})`)
    const { spans, meta } = await readScene(folder, name)
    const heard = await voiceFramesOf(file, vad, model)
    scenes.push({ heard, truth: trueClassFrames(spans, heard.length), adultWords: meta.adult_words ?? null })
  }
  await vad.close()
  await model.close()
  return scenes
}

function tunedText({ decoding: found, before, after }: Tuned): string {
  return `before  ${scoreText(before)}\nafter   ${scoreText(after)}\n${decodingJson(found)}`
}

function scoreText({ macro, speech, classes, total }: TuningScore): string {
  const each = VOICE_CLASSES.map((name) => `${name} ${classes[name].toFixed(3)}`)
  return `${total.toFixed(4)}  macro CHI/FEM/MAL ${macro.toFixed(3)}  SPEECH ${speech.toFixed(3)}  alone: ${each.join(' ')}`
}
