import { assertNever } from '../../../common/assert'
import type { PipelineParts } from '../pipeline'
import { AcousticSpeakerTyper } from '../typing/acoustic-typer'
import { SyllableWordCounter } from '../typing/syllable-word-counter'
import { SileroVad } from '../vad/silero-vad'

/** Ways to tell voices apart; the first is the app's own. */
export const TYPERS = ['baseline'] as const
export type TyperName = (typeof TYPERS)[number]

/** Loaded models. Recordings are analysed one after the other. */
export interface Ears {
  /** The parts of a pipeline for the next recording. */
  forNextRecording(): PipelineParts
  close(): Promise<void>
}

/** @throws ModelRefusedError when a model is missing or not the known one */
export async function openEars(modelsFolder: string, typer: TyperName): Promise<Ears> {
  const vad = await SileroVad.open(modelsFolder)
  switch (typer) {
    case 'baseline':
      return {
        forNextRecording: () => ({ vad, typer: new AcousticSpeakerTyper(), words: new SyllableWordCounter() }),
        close: () => vad.close(),
      }
    default:
      return assertNever(typer)
  }
}
