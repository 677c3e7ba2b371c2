import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { childPolicySchema, EMBEDDING_LENGTH, type ChildPolicy } from '../../../common/listening/child-policy'
import { type ChildVoice, childTypeOf, cosine, forgetVoices, OLDER_FROM, SAME_VOICE_COSINE, SHORTEST_TOLD_MS, UNSURE_BAND } from './child-identity'

/** A direction in the plane of the first two numbers, with the given angle's cosine to the first. */
function voiceAt(cosineToKey: number, length = 1): Float32Array {
  const voice = new Float32Array(EMBEDDING_LENGTH)
  voice.set([length * cosineToKey, length * Math.sqrt(1 - cosineToKey ** 2)])
  return voice
}

const key = voiceAt(1)
const sibling = voiceAt(0)
const enrolled = (others: readonly Float32Array[]): ChildPolicy => ({ kind: 'enrolled', key, others: [...others] })
const heard = (embedding: Float32Array, older = 0): ChildVoice => ({ embedding, older })
const LONG = 2_000

describe('which child', () => {
  it('is the key child in a home with one, unless it sounds too old where that is told, and not known with several', () => {
    expect(childTypeOf({ kind: 'only-child', olderApart: false }, heard(voiceAt(-1), 1), 100)).toBe('KCHI')
    expect(childTypeOf({ kind: 'only-child', olderApart: true }, heard(voiceAt(-1), OLDER_FROM - 0.01), 100)).toBe('KCHI')
    expect(childTypeOf({ kind: 'only-child', olderApart: true }, heard(voiceAt(1), OLDER_FROM), 100)).toBe('OCH')
    expect(childTypeOf({ kind: 'children' }, heard(voiceAt(1)), LONG)).toBe('CHI')
  })
  it('is the one whose enrolled voice is nearest, however loud', () => {
    expect(childTypeOf(enrolled([sibling]), heard(voiceAt(0.95, 40)), LONG)).toBe('KCHI')
    expect(childTypeOf(enrolled([sibling]), heard(voiceAt(0.2, 0.01)), LONG)).toBe('OCH')
    expect(childTypeOf(enrolled([voiceAt(-0.9), voiceAt(0.6)]), heard(voiceAt(0.5)), LONG)).toBe('OCH')
  })
  it('is not known between two voices and in short stretches', () => {
    expect(childTypeOf(enrolled([sibling]), heard(voiceAt(Math.SQRT1_2)), LONG)).toBe('CHI')
    expect(childTypeOf(enrolled([sibling]), heard(voiceAt(1)), SHORTEST_TOLD_MS - 1)).toBe('CHI')
    expect(childTypeOf(enrolled([sibling]), heard(voiceAt(1)), SHORTEST_TOLD_MS)).toBe('KCHI')
  })
  it('is told by the key child’s voice alone when no other is enrolled', () => {
    expect(childTypeOf(enrolled([]), heard(voiceAt(SAME_VOICE_COSINE + UNSURE_BAND + 0.01)), LONG)).toBe('KCHI')
    expect(childTypeOf(enrolled([]), heard(voiceAt(SAME_VOICE_COSINE)), LONG)).toBe('CHI')
    expect(childTypeOf(enrolled([]), heard(voiceAt(SAME_VOICE_COSINE - UNSURE_BAND - 0.01)), LONG)).toBe('OCH')
  })
  it('is not known from a voice without numbers', () => {
    expect(childTypeOf(enrolled([sibling]), heard(new Float32Array(EMBEDDING_LENGTH)), LONG)).toBe('CHI')
    expect(childTypeOf(enrolled([sibling]), heard(voiceAt(1).fill(Number.NaN)), LONG)).toBe('CHI')
  })
})

const anyVoice = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: EMBEDDING_LENGTH, maxLength: EMBEDDING_LENGTH })
  .map((values) => Float32Array.from(values))

it('the cosine lies between -1 and 1, is the same both ways, and 1 with itself', () => {
  fc.assert(
    fc.property(anyVoice, anyVoice, (a, b) => {
      expect(Math.abs(cosine(a, b))).toBeLessThanOrEqual(1 + 1e-9)
      expect(cosine(a, b)).toBe(cosine(b, a))
      if (a.some((value) => Math.abs(value) > 1e-3)) expect(cosine(a, a)).toBeCloseTo(1, 9)
    }),
  )
})

it('enrolled voices can be overwritten, and pass the protocol without being copied', () => {
  const policy = { kind: 'enrolled', key: voiceAt(1), others: [voiceAt(0)] } as const
  const parsed = childPolicySchema.parse(policy)
  forgetVoices(parsed)
  expect([...policy.key, ...policy.others.flatMap((other) => [...other])].every((value) => value === 0)).toBe(true)
  expect(childPolicySchema.safeParse({ ...policy, key: new Float32Array(3) }).success).toBe(false)
  expect(childPolicySchema.safeParse({ ...policy, key: voiceAt(1).fill(Number.NaN) }).success).toBe(false)
})
