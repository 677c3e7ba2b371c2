import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BIN_MS, type SpeechBin } from '../../common/listening/metrics'
import { listenerMessageSchema, type ListenerMessage } from '../../common/listening/protocol'
import { FRAME_MS, FRAME_SAMPLES } from './audio-format'
import type { Clock } from './clock'
import { MeasuringSession, runTestSession } from './session'
import type { AudioSource, SourceEvent } from './sources/audio-source'
import { joined, voice, whiteNoise } from './signals-for-tests'
import { SileroVad } from './vad/silero-vad'

const NOON = Date.UTC(2026, 0, 5, 12)
let vad: SileroVad
beforeAll(async () => {
  vad = await SileroVad.open(fileURLToPath(new URL('../../models', import.meta.url)))
})
afterAll(() => vad.close())

/** A clock moved by hand; the source moves it by a frame for every frame. */
class HandClock implements Clock {
  steady = 0
  wall = NOON
  wallMs(): number {
    return this.wall
  }
  steadyMs(): number {
    return this.steady
  }
  pass(ms: number): void {
    this.steady += ms
    this.wall += ms
  }
}

type Step = SourceEvent | { readonly type: 'pass'; readonly ms: number } | { readonly type: 'set-wall'; readonly ms: number }

function sourceOf(clock: HandClock, steps: readonly Step[]): AudioSource {
  return {
    name: 'test',
    async *events() {
      for (const step of steps) {
        await Promise.resolve()
        if (step.type === 'pass') clock.pass(step.ms)
        else if (step.type === 'set-wall') clock.wall += step.ms
        else {
          if (step.type === 'sound') clock.pass(FRAME_MS)
          yield step
        }
      }
    },
  }
}

function frames(seconds: number, sound = whiteNoise(seconds, 0.002)): readonly Step[] {
  return Array.from({ length: Math.floor(sound.length / FRAME_SAMPLES) }, (_, i) => ({
    type: 'sound', samples: sound.slice(i * FRAME_SAMPLES, (i + 1) * FRAME_SAMPLES),
  }))
}

const opened: Step = { type: 'opened', deviceName: 'Microphone' }

async function run(steps: readonly Step[]): Promise<{ messages: readonly ListenerMessage[]; session: MeasuringSession }> {
  const clock = new HandClock()
  const messages: ListenerMessage[] = []
  const send = (message: ListenerMessage): void => {
    messages.push(listenerMessageSchema.parse(message))
  }
  const session = new MeasuringSession({ source: sourceOf(clock, steps), clock, send }, { vad, voices: null })
  await session.run(new AbortController().signal)
  return { messages, session }
}

function finalBins(messages: readonly ListenerMessage[]): readonly SpeechBin[] {
  return messages.flatMap((message) => (message.type === 'bin' && message.final ? [message.bin] : []))
}

function ofType<T extends ListenerMessage['type']>(messages: readonly ListenerMessage[], type: T): readonly Extract<ListenerMessage, { type: T }>[] {
  return messages.filter((message): message is Extract<ListenerMessage, { type: T }> => message.type === type)
}

describe('a measuring session', () => {
  it('tells level ten times a second, growing bins every five seconds and a final one', async () => {
    const { messages } = await run([opened, ...frames(21)])
    expect(messages[0]).toEqual({ type: 'started', deviceName: 'Microphone', mode: 'measure' })
    expect(ofType(messages, 'level').length).toBeGreaterThan(200)
    const bins = ofType(messages, 'bin')
    expect(bins.filter(({ final }) => !final)).toHaveLength(4)
    expect(new Set(bins.map(({ bin }) => bin.startedAt))).toEqual(new Set([NOON]))
    expect(bins.at(-1)).toMatchObject({ final: true, bin: { listenedMs: 656 * FRAME_MS, gapMs: 0 } })
  })

  it('turns sleep into a gap', async () => {
    const { messages } = await run([opened, ...frames(3), { type: 'pass', ms: 100_000 }, ...frames(3)])
    const [gap] = ofType(messages, 'gap')
    expect(gap).toMatchObject({ reason: 'asleep', startedAt: NOON + 93 * FRAME_MS })
    expect((gap?.endedAt ?? 0) - (gap?.startedAt ?? 0)).toBe(100_000)
    expect(finalBins(messages)).toMatchObject([{ listenedMs: 186 * FRAME_MS, gapMs: 100_000 }])
  })

  it('turns a lost microphone into a gap that the bins count while it lasts', async () => {
    const wait: readonly Step[] = [{ type: 'pass', ms: 60_000 }, { type: 'waiting' }]
    const { messages } = await run([opened, ...frames(3), { type: 'lost' }, ...Array.from({ length: 6 }, () => wait).flat(), opened, ...frames(3)])
    expect(ofType(messages, 'microphone-lost')).toHaveLength(1)
    expect(ofType(messages, 'gap')).toEqual([
      { type: 'gap', startedAt: NOON + 2_976, endedAt: NOON + 2_976 + 360_000, reason: 'microphone-lost' },
    ])
    const bins = finalBins(messages)
    expect(bins.map(({ gapMs }) => gapMs)).toEqual([BIN_MS - 2_976, 62_976])
    // The first bin was complete, and told, before the microphone came back.
    const firstBin = messages.findIndex((message) => message.type === 'bin' && message.final)
    expect(firstBin).toBeLessThan(messages.findIndex((message) => message.type === 'gap'))
  })

  it('counts from the start when there never was a microphone', async () => {
    const { messages } = await run([{ type: 'lost' }, { type: 'pass', ms: 10_000 }, { type: 'waiting' }, { type: 'pass', ms: 5_000 }])
    expect(finalBins(messages)).toMatchObject([{ listenedMs: 0, gapMs: 15_000, startedAt: NOON }])
    expect(ofType(messages, 'gap')).toHaveLength(1)
  })

  it('does not take sound that comes late but is not lost for a gap', async () => {
    const { messages } = await run([opened, ...frames(3), { type: 'pass', ms: 2_000 }, ...frames(3)])
    expect(ofType(messages, 'gap')).toHaveLength(0)
  })

  it('is not moved by someone setting the computer’s time', async () => {
    const { messages } = await run([opened, ...frames(3), { type: 'set-wall', ms: -7_200_000 }, ...frames(3)])
    expect(finalBins(messages)).toMatchObject([{ startedAt: NOON, listenedMs: 186 * FRAME_MS, gapMs: 0 }])
  })

  it('holds nothing but zeros when it has ended', async () => {
    const { session } = await run([opened, ...frames(3, joined(voice({ f0Hz: 200, formantScale: 1.17, seconds: 3 })))])
    expect(session.holdsNoSound()).toBe(true)
  })

  it('ends without a word when nothing ever came', async () => {
    expect((await run([])).messages).toEqual([])
  })
})

describe('a microphone test', () => {
  it('sends the level and nothing else', async () => {
    const clock = new HandClock()
    const messages: ListenerMessage[] = []
    const source = sourceOf(clock, [opened, ...frames(2)])
    await runTestSession({ source, clock, send: (message) => messages.push(message) }, vad, new AbortController().signal)
    expect(new Set(messages.map(({ type }) => type))).toEqual(new Set(['started', 'level']))
    expect(messages[0]).toMatchObject({ mode: 'test' })
  })
})
