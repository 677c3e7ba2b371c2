import type { PipelineParts } from '../pipeline'
import { VoiceTypesModel } from '../typing/voice-types-model'
import { SileroVad } from '../vad/silero-vad'

/** Ways to tell voices apart: the trained model, and the acoustic baseline that stands in where its file cannot be used. */
export const TYPERS = ['model', 'baseline'] as const
export type TyperName = (typeof TYPERS)[number]

/** Loaded models. Recordings are analysed one after the other. */
export interface Ears {
  readonly parts: PipelineParts
  close(): Promise<void>
}

/**
 * @param typer default: as the app chooses, the model where it can be used
 * @throws ModelRefusedError when a model that is needed is missing or not the known one
 */
export async function openEars(modelsFolder: string, typer?: TyperName): Promise<Ears> {
  const vad = await SileroVad.open(modelsFolder)
  const voices = await openVoices(modelsFolder, typer)
  return {
    parts: { vad, voices },
    close: async () => {
      await vad.close()
      await voices?.close()
    },
  }
}

async function openVoices(modelsFolder: string, typer: TyperName | undefined): Promise<VoiceTypesModel | null> {
  if (typer === 'baseline') return null
  return typer === 'model' ? VoiceTypesModel.open(modelsFolder) : VoiceTypesModel.openIfKnown(modelsFolder)
}
