import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EMBEDDING_LENGTH } from '../../common/listening/child-policy'
import type { ListenerMessage } from '../../common/listening/protocol'
import { systemClock } from './clock'
import { ListenerController } from './controller'
import type { RecorderHost } from './sources/recorder'
import { noiseSource } from './signals-for-tests'
import { VoiceTypesModel } from './typing/voice-types-model'
import { SileroVad } from './vad/silero-vad'

let vad: SileroVad
let voices: VoiceTypesModel
beforeAll(async () => {
  const models = fileURLToPath(new URL('../../models', import.meta.url))
  vad = await SileroVad.open(models)
  voices = await VoiceTypesModel.open(models)
})
afterAll(() => Promise.all([vad.close(), voices.close()]))

/** A microphone in real time would make the tests slow: this one gives a frame a millisecond. */
function host(state: { open: number }): RecorderHost {
  const noise = noiseSource(1)
  // Louder and fainter in turn, so that it is more than the room.
  let frame = 0
  const loudness = (): number => (frame++ % 40 < 20 ? 100 : 3_000)
  return {
    devices: () => ['Kitchen'],
    open: () => {
      state.open++
      return {
        deviceName: 'Kitchen',
        read: () => {
          const peak = loudness()
          return new Promise((resolve) => setTimeout(() => { resolve(Int16Array.from({ length: 512 }, () => peak * noise())) }, 1))
        },
        close: () => {
          state.open--
        },
      }
    },
  }
}

function makeController(model: VoiceTypesModel | null = voices): { controller: ListenerController; messages: ListenerMessage[]; state: { open: number } } {
  const messages: ListenerMessage[] = []
  const state = { open: 0 }
  const controller = new ListenerController({ vad, voices: model, host: host(state), clock: systemClock(), send: (message) => messages.push(message) })
  return { controller, messages, state }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

describe('the listener’s controller', () => {
  it('lists devices', async () => {
    const { controller, messages } = makeController()
    await controller.handle({ type: 'list-devices' })
    expect(messages).toEqual([{ type: 'devices', devices: ['Kitchen'] }])
  })

  it('measures until it is told to stop, then frees the microphone and says so last', async () => {
    const { controller, messages, state } = makeController()
    await controller.handle({ type: 'start', deviceName: null })
    await pause(200)
    expect(state.open).toBe(1)
    await controller.handle({ type: 'stop' })
    expect(state.open).toBe(0)
    expect(messages.at(-1)).toEqual({ type: 'stopped' })
    expect(messages.at(-2)).toMatchObject({ type: 'bin', final: true })
    const count = messages.length
    await pause(50)
    expect(messages).toHaveLength(count)
  })

  it('forgets sound and enrolled voices when a session ends', async () => {
    const { controller, state } = makeController()
    const voice = (): Float32Array => new Float32Array(EMBEDDING_LENGTH).fill(0.125)
    const childPolicy = { kind: 'enrolled' as const, key: voice(), others: [voice()] }
    const runsBefore = voices.runs
    await controller.handle({ type: 'start', deviceName: null, childPolicy, syllablesPerWord: 1.9 })
    while (voices.runs < runsBefore + 3) await pause(20)
    expect(state.open).toBe(1)
    expect(voices.block.some((sample) => sample !== 0)).toBe(true)
    expect(childPolicy.key).toEqual(voice())
    await controller.handle({ type: 'stop' })
    expect(voices.block.every((sample) => sample === 0)).toBe(true)
    expect([childPolicy.key, ...childPolicy.others]).toEqual([new Float32Array(EMBEDDING_LENGTH), new Float32Array(EMBEDDING_LENGTH)])
  })

  it('never runs two sessions: a new start ends the one before', async () => {
    const { controller, messages, state } = makeController()
    await controller.handle({ type: 'start', deviceName: null })
    await pause(100)
    await controller.handle({ type: 'test', deviceName: null })
    await pause(100)
    expect(state.open).toBe(1)
    expect(messages.flatMap((message) => (message.type === 'started' ? [message.mode] : []))).toEqual(['measure', 'test'])
    await controller.handle({ type: 'stop' })
    expect(state.open).toBe(0)
  })

  it('enrols a voice until it is told to stop, and holds no sound then', async () => {
    const { controller, messages, state } = makeController()
    await controller.handle({ type: 'enrol', deviceName: null })
    await pause(300)
    expect(state.open).toBe(1)
    await controller.handle({ type: 'stop' })
    expect(state.open).toBe(0)
    expect(messages[0]).toEqual({ type: 'started', deviceName: 'Kitchen', mode: 'enrol' })
    expect(messages.at(-1)).toEqual({ type: 'stopped' })
    expect(voices.block.every((sample) => sample === 0)).toBe(true)
  })

  it('enrols no voice without the trained model, and opens no microphone for it', async () => {
    const { controller, messages, state } = makeController(null)
    await controller.handle({ type: 'enrol', deviceName: null })
    await controller.ended()
    expect(messages).toEqual([{ type: 'enrol-failed', reason: 'no-model', heardSeconds: 0 }])
    expect(state.open).toBe(0)
  })

  it('answers a stop when nothing runs', async () => {
    const { controller, messages } = makeController()
    await controller.handle({ type: 'stop' })
    expect(messages).toEqual([{ type: 'stopped' }])
  })
})

describe('the system’s clock', () => {
  it('never runs back and keeps pace with the wall', async () => {
    const clock = systemClock()
    const [steady, wall] = [clock.steadyMs(), clock.wallMs()]
    await pause(50)
    expect(Math.abs(clock.steadyMs() - steady - (clock.wallMs() - wall))).toBeLessThan(40)
  })
})
