import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Models this program knows, by the SHA-256 of their file. See models/<folder>/MODEL_CARD.md. */
export const SILERO_VAD_V6 = {
  name: 'Silero VAD v6',
  path: 'silero-vad/silero_vad_v6.onnx',
  sha256: '1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3',
} as const

export interface KnownModel {
  readonly name: string
  /** Relative to the models folder. */
  readonly path: string
  readonly sha256: string
}

/** A model file that is missing or is not the one this program was made with. The message is fit for users. */
export class ModelRefusedError extends Error {
  override readonly name = 'ModelRefusedError'
}

/**
 * Reads a model and checks it against its pinned hash before anything parses it.
 * @throws ModelRefusedError when the file cannot be read or has another hash.
 */
export async function readKnownModel(modelsFolder: string, model: KnownModel): Promise<Uint8Array> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(join(modelsFolder, model.path))
  } catch {
    throw new ModelRefusedError(`The model "${model.name}" is missing. Listening cannot start; please install WonderNest again.`)
  }
  if (createHash('sha256').update(bytes).digest('hex') !== model.sha256) {
    throw new ModelRefusedError(
      `The model "${model.name}" is not the file this program came with. Listening cannot start; please install WonderNest again.`,
    )
  }
  return bytes
}
