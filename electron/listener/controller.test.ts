import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ListenerMessage } from '../../common/listening/protocol'
import { systemClock } from './clock'
import { ListenerController } from './controller'
import type { RecorderHost } from './sources/recorder'
import { SileroVad } from './vad/silero-vad'

let vad: SileroVad
beforeAll(async () => {
  vad = await SileroVad.open(fileURLToPath(new URL('../../models', import.meta.url)))
})
afterAll(() => vad.close())

/** A microphone in real time would make the tests slow: this one gives a frame a millisecond. */
function host(state: { open: number }): RecorderHost {
  return {
    devices: () => ['Kitchen'],
    open: () => {
      state.open++
      return {
        deviceName: 'Kitchen',
        read: () => new Promise((resolve) => setTimeout(() => { resolve(new Int16Array(512).fill(100)) }, 1)),
        close: () => {
          state.open--
        },
      }
    },
  }
}

function makeController(): { controller: ListenerController; messages: ListenerMessage[]; state: { open: number } } {
  const messages: ListenerMessage[] = []
  const state = { open: 0 }
  const controller = new ListenerController({ vad, voices: null, host: host(state), clock: systemClock(), send: (message) => messages.push(message) })
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

  it('enrols no voice without the trained model, and opens no microphone for it', async () => {
    const { controller, messages, state } = makeController()
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
