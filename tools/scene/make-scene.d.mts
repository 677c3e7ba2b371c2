/** What truly happens in a scene; also the content of its JSON file. */
export interface SceneTruth {
  readonly seconds: number
  readonly seed: number
  /** Seconds of each sound type (KCHI, OCH, FEM, MAL, ELE, NOI, SIL …). */
  readonly label_seconds: Readonly<Record<string, number>>
  readonly adult_words: number
  readonly child_vocalizations: number
  readonly conversational_turns: number
  readonly segments: readonly { readonly type: string; readonly startMs: number; readonly endMs: number }[]
}

export interface Scene {
  readonly wav: string
  readonly rttm: string
  readonly json: string
  readonly truth: SceneTruth
}

export function makeScene(options: { seconds?: number; seed?: number; out: string; name?: string }): Promise<Scene>
