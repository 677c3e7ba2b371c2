import { readFile } from 'node:fs/promises'
import type { Ears } from '../../electron/listener/cli/ears'
import { VoiceTypesModel } from '../../electron/listener/typing/voice-types-model'
import { SileroVad } from '../../electron/listener/vad/silero-vad'
import { EvaluationError } from './spans'

/**
 * The app's ears with another file in the trained model's place, of the same inputs and outputs: to compare trainings and
 * weights of other precision. Only for measuring; the app opens no file but the known one.
 * @throws EvaluationError when the file cannot be read or is no such model
 */
export async function openOtherEars(modelsFolder: string, file: string): Promise<Ears> {
  const vad = await SileroVad.open(modelsFolder)
  const voices = await openOther(file)
  return {
    parts: { vad, voices },
    close: async () => {
      await vad.close()
      await voices.close()
    },
  }
}

async function openOther(file: string): Promise<VoiceTypesModel> {
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) throw new EvaluationError(`${file}: there is no model file that can be read`)
  try {
    return await VoiceTypesModel.ofUncheckedBytes(bytes)
  } catch {
    throw new EvaluationError(`${file}: not a model of voice types that ONNX Runtime can open`)
  }
}
