import type { ChildPolicy } from '../../../common/listening/child-policy'
import type { ListeningStatus } from '../../../common/speech'

const COUNTED = { 'only-child': 'one', children: 'all', enrolled: 'enrolled' } as const satisfies Record<
  ChildPolicy['kind'],
  ListeningStatus['childrenCounted']
>

/** What a policy means for the numbers, as windows are told: whose voices they count, never the voices. */
export function childrenCounted(policy: ChildPolicy): (typeof COUNTED)[ChildPolicy['kind']] {
  return COUNTED[policy.kind]
}

/** Whether a listener that runs with one policy may go on under the other. */
export function isSamePolicy(a: ChildPolicy, b: ChildPolicy): boolean {
  if (a.kind === 'only-child' && b.kind === 'only-child') return a.olderApart === b.olderApart
  if (a.kind !== 'enrolled' || b.kind !== 'enrolled') return a.kind === b.kind
  const voices = [b.key, ...b.others]
  return voices.length === a.others.length + 1 && [a.key, ...a.others].every((voice, index) => isSameVoice(voice, voices[index]))
}

function isSameVoice(a: Float32Array, b: Float32Array | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((value, index) => value === b[index])
}
