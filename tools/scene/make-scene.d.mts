import type { SoundType } from '../../common/listening/voice'

/** What truly happens in a scene. */
export interface SceneTruth {
  readonly seconds: number
  readonly seed: number
  readonly label_seconds: Readonly<Record<SoundType, number>>
  readonly adult_words: number
  readonly child_vocalizations: number
  readonly conversational_turns: number
  readonly segments: readonly { readonly type: SoundType; readonly startMs: number; readonly endMs: number }[]
}

export interface Scene {
  readonly wav: string
  readonly rttm: string
  readonly json: string
  readonly truth: SceneTruth
}

export function makeScene(options: { seconds?: number; seed?: number; out: string; name?: string }): Promise<Scene>
