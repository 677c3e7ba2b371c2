import { VOICE_CLASSES, type VoiceClass } from '../../electron/listener/typing/voice-classes'
import { type Frames, framesOf, unionOf } from './frames'
import type { Span } from './spans'

/** One row of frames for each class of the trained model. */
export type ClassFrames = Readonly<Record<VoiceClass, Frames>>

/** Where each class of the trained model truly is: a child is KCHI, OCH or CHI. */
export function trueClassFrames(spans: readonly Span[], count: number): ClassFrames {
  const of = (...labels: readonly string[]): Frames => framesOf(spans.filter(({ label }) => labels.includes(label)), count)
  return byVoiceClass((name) => (name === 'CHI' ? of('KCHI', 'OCH', 'CHI') : of(name)))
}

/** What is scored of them, as `sceneFrames` has it for `merge`: crying and laughing are the child's. */
export function scoredFrames(classes: ClassFrames): Readonly<Record<'CHI' | 'FEM' | 'MAL' | 'SPEECH', Frames>> {
  const child = unionOf(classes.CHI, unionOf(classes.CRY, classes.LAU))
  return { CHI: child, FEM: classes.FEM, MAL: classes.MAL, SPEECH: unionOf(child, unionOf(classes.FEM, classes.MAL)) }
}

export function byVoiceClass<Value>(of: (name: VoiceClass, index: number) => Value): Record<VoiceClass, Value> {
  const at = (name: VoiceClass): Value => of(name, VOICE_CLASSES.indexOf(name))
  return { CHI: at('CHI'), FEM: at('FEM'), MAL: at('MAL'), ELE: at('ELE'), CRY: at('CRY'), LAU: at('LAU') }
}

/** Rows of several scenes, one after the other. */
export function joinedFrames(rows: readonly Frames[]): Frames {
  const joined = new Uint8Array(rows.reduce((sum, row) => sum + row.length, 0))
  let at = 0
  for (const row of rows) {
    joined.set(row, at)
    at += row.length
  }
  return joined
}

/** F1 of a row against the truth; 0 where nothing is right. */
export function f1OfFrames(truth: Frames, heard: Frames): number {
  let [both, either] = [0, 0]
  for (let frame = 0; frame < truth.length; frame++) {
    const is = truth[frame] ?? 0
    const says = heard[frame] ?? 0
    both += is & says
    either += is + says
  }
  return either === 0 ? 0 : (2 * both) / either
}
