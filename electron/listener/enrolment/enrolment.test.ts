import { describe, expect, it } from 'vitest'
import { EMBEDDING_LENGTH } from '../../../common/listening/child-policy'
import { listenerMessageSchema, type ListenerMessage } from '../../../common/listening/protocol'
import { FRAME_MS, FRAME_SAMPLES } from '../audio-format'
import type { Clock } from '../clock'
import type { AudioSource, SourceEvent } from '../sources/audio-source'
import { runEnrolmentSession } from './session'
import type { VoiceEmbedder, EnrolmentFrame } from './voice-embedder'

/** A clock that the source moves by a frame for every frame. */
class HandClock implements Clock {
  steady = 5_000
  wallMs(): number {
    return this.steady
  }
  steadyMs(): number {
    return this.steady
  }
}

/** What is in the room in a second of it; the loudness carries it to the stand-in for the model. */
type Second = 'child' | 'murmur' | 'woman' | 'child and woman' | 'television' | 'silence' | 'noise'

const AMPLITUDE: Readonly<Record<Second, number>> = {
  child: 0.1, murmur: 0.11, woman: 0.2, 'child and woman': 0.3, television: 0.4, silence: 0, noise: 0.5,
}

function probabilities(second: Second): Omit<EnrolmentFrame, 'embedding'> {
  return {
    childProbability: { child: 0.9, murmur: 0.5, 'child and woman': 0.9, woman: 0.1, television: 0.7, silence: 0, noise: 0 }[second],
    adultProbability: second === 'woman' || second === 'child and woman' ? 0.8 : 0.1,
    electronicProbability: second === 'television' ? 0.9 : 0,
  }
}

/** Deterministic stand-in for the model: knows what is in the room by its loudness. Each voice has its direction. */
class FakeEmbedder implements VoiceEmbedder {
  readonly buffer = new Float32Array(FRAME_SAMPLES)
  resets = 0
  #samples = 0
  directionOf: (atSecond: number) => number = () => 2

  push(samples: Float32Array): Promise<readonly EnrolmentFrame[]> {
    this.buffer.set(samples)
    const second = SECONDS.find((name) => Math.abs(AMPLITUDE[name] - (samples[0] ?? 0)) < 1e-3) ?? 'noise'
    const before = Math.floor(this.#samples / 1600)
    this.#samples += samples.length
    const count = Math.floor(this.#samples / 1600) - before
    const embedding = new Float32Array(EMBEDDING_LENGTH)
    embedding[this.directionOf(this.#samples / 16_000)] = 3
    return Promise.resolve(Array.from({ length: count }, () => ({ ...probabilities(second), embedding })))
  }
  reset(): void {
    this.resets++
    this.buffer.fill(0)
  }
}

const SECONDS = Object.keys(AMPLITUDE) as Second[] // true: exactly the record's keys

function room(seconds: readonly Second[]): readonly SourceEvent[] {
  return seconds.flatMap((second) =>
    Array.from({ length: Math.round(1000 / FRAME_MS) }, () => ({
      type: 'sound' as const, samples: new Float32Array(FRAME_SAMPLES).fill(AMPLITUDE[second]),
    })),
  )
}

const times = (count: number, ...seconds: readonly Second[]): Second[] => Array.from({ length: count }, () => seconds).flat()
const opened: SourceEvent = { type: 'opened', deviceName: 'Microphone' }

interface Ran {
  readonly messages: readonly ListenerMessage[]
  readonly last: ListenerMessage | undefined
  readonly embedder: FakeEmbedder
  /** How many seconds of sound were taken. */
  readonly takenSeconds: number
  readonly isClosed: boolean
}

async function run(events: readonly SourceEvent[], options: { stopAfterMs?: number; directionOf?: (atSecond: number) => number } = {}): Promise<Ran> {
  const clock = new HandClock()
  const abort = new AbortController()
  const embedder = new FakeEmbedder()
  if (options.directionOf !== undefined) embedder.directionOf = options.directionOf
  const messages: ListenerMessage[] = []
  let isClosed = false
  const source: AudioSource = {
    name: 'test',
    async *events() {
      try {
        for (const event of events) {
          await Promise.resolve()
          if (event.type === 'sound') clock.steady += FRAME_MS
          yield event
          if (clock.steady - 5_000 >= (options.stopAfterMs ?? Infinity)) abort.abort()
        }
      } finally {
        isClosed = true
      }
    },
  }
  // What crosses is a copy, as over the real port: the sender overwrites its own.
  const send = (message: ListenerMessage): void => {
    messages.push(structuredClone(listenerMessageSchema.parse(message)))
  }
  await runEnrolmentSession({ source, clock, send }, embedder, abort.signal)
  return { messages, last: messages.at(-1), embedder, takenSeconds: (clock.steady - 5_000) / 1000, isClosed }
}

const progress = (messages: readonly ListenerMessage[]) => messages.filter((message) => message.type === 'enrol-progress')

describe('an enrolment', () => {
  it('ends by itself with the voice when half a minute of the child alone was heard', async () => {
    const { messages, last, takenSeconds, isClosed } = await run([opened, ...room(times(60, 'child'))])
    expect(messages[0]).toEqual({ type: 'started', deviceName: 'Microphone', mode: 'enrol' })
    expect(last).toMatchObject({ type: 'enrolled', seconds: 30, steadiness: 1 })
    expect(takenSeconds).toBeCloseTo(30, 0)
    expect(isClosed).toBe(true)
    const expected = new Float32Array(EMBEDDING_LENGTH)
    expected[2] = 1
    expect(last?.type === 'enrolled' && last.embedding).toEqual(expected)
  })

  it('leaves out every moment in which the child is not clearly the only voice', async () => {
    const mixed = times(20, 'child', 'murmur', 'woman', 'child and woman', 'television', 'silence')
    const { last } = await run([opened, ...room(mixed)])
    expect(last?.type === 'enrol-progress' && last.heardSeconds).toBeCloseTo(20, 0)
  })

  it('gives up after three minutes and says how much it heard', async () => {
    const { last, takenSeconds } = await run([opened, ...room([...times(12, 'child'), ...times(300, 'silence')])])
    expect(last).toMatchObject({ type: 'enrol-failed', reason: 'too-little-voice' })
    expect(last?.type === 'enrol-failed' && last.heardSeconds).toBeCloseTo(12, 0)
    expect(takenSeconds).toBeCloseTo(180, 0)
  })

  it('ends when the microphone is lost, also before it was ever open', async () => {
    const lost = await run([opened, ...room(times(4, 'child')), { type: 'lost' }, ...room(times(60, 'child'))])
    expect(lost.last).toMatchObject({ type: 'enrol-failed', reason: 'microphone-lost' })
    expect(lost.takenSeconds).toBeLessThan(5)
    const never = await run([{ type: 'lost' }])
    expect(never.messages).toEqual([{ type: 'enrol-failed', reason: 'microphone-lost', heardSeconds: 0 }])
  })

  it('says nothing more once it is stopped, least of all a voice', async () => {
    const { messages, isClosed } = await run([opened, ...room(times(60, 'child'))], { stopAfterMs: 20_000 })
    expect(new Set(messages.map(({ type }) => type))).toEqual(new Set(['started', 'enrol-progress']))
    expect(isClosed).toBe(true)
  })

  it('tells progress about five times a second, never more than is wanted', async () => {
    const { messages } = await run([opened, ...room(times(31, 'child'))])
    const told = progress(messages)
    expect(told.length).toBeGreaterThan(4.5 * 30)
    expect(told.length).toBeLessThan(6 * 30)
    const heard = told.map(({ heardSeconds }) => heardSeconds)
    expect(heard).toEqual([...heard].sort((left, right) => left - right))
    expect(heard.at(-1)).toBe(30)
    expect(told[5]?.levelDbfs).toBeCloseTo(-20, 3)
  })

  it('says how unlike the pieces of the voice are', async () => {
    const steady = await run([opened, ...room(times(40, 'child'))], { directionOf: () => 2 })
    // Another child speaks from the middle on.
    const changed = await run([opened, ...room(times(40, 'child'))], { directionOf: (at) => (at < 15 ? 2 : 9) })
    const steadiness = [steady, changed].map(({ last }) => (last?.type === 'enrolled' ? last.steadiness : null))
    expect(steadiness[0]).toBeCloseTo(1, 5)
    expect(steadiness[1]).toBeCloseTo(Math.SQRT1_2, 2)
  })

  it('holds no sound when it has ended, however it ended', async () => {
    for (const { embedder } of [
      await run([opened, ...room(times(40, 'child'))]),
      await run([opened, ...room(times(4, 'child')), { type: 'lost' }]),
      await run([opened, ...room(times(40, 'child'))], { stopAfterMs: 5_000 }),
    ]) {
      expect(embedder.buffer.every((sample) => sample === 0)).toBe(true)
      expect(embedder.resets).toBe(2)
    }
  })

  it('says that there is no model, without opening the microphone', async () => {
    const messages: ListenerMessage[] = []
    const source: AudioSource = {
      name: 'never',
      async *events() {
        await Promise.resolve()
        throw new Error('the microphone was opened')
      },
    }
    await runEnrolmentSession({ source, clock: new HandClock(), send: (message) => messages.push(message) }, null, new AbortController().signal)
    expect(messages).toEqual([{ type: 'enrol-failed', reason: 'no-model', heardSeconds: 0 }])
  })
})

describe('a hint', () => {
  const hintsAfter = async (...seconds: readonly Second[]) => progress((await run([opened, ...room(seconds)])).messages).at(-1)?.hint

  it.each([
    ['adult-talking', times(4, 'woman')],
    ['adult-talking', [...times(4, 'child'), 'woman']],
    ['electronic', times(4, 'television')],
    ['too-quiet', times(4, 'silence')],
    ['no-child', times(4, 'noise')],
    [null, times(4, 'child')],
    [null, [...times(4, 'child'), ...times(2, 'silence')]],
    ['too-quiet', [...times(4, 'child'), ...times(4, 'silence')]],
    [null, times(2, 'silence')],
  ] as const)('%s after %j', async (hint, seconds) => {
    expect(await hintsAfter(...seconds)).toBe(hint)
  })
})
