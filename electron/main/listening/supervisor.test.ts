import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ListenerCommand, ListenerMessage } from '../../../common/listening/protocol'
import { type ListenerProcess, ListenerSupervisor, listDevices } from './supervisor'

/** Stands in for Electron's utility process, which plain Node does not have. */
class FakeProcess implements ListenerProcess {
  readonly received: ListenerCommand[] = []
  readonly #messageListeners: ((message: unknown) => void)[] = []
  readonly #exitListeners: (() => void)[] = []
  killed = false
  readonly #answersStop: boolean
  constructor(answersStop = true) {
    this.#answersStop = answersStop
  }
  send(command: ListenerCommand): void {
    this.received.push(command)
    if (command.type === 'stop' && this.#answersStop) this.say({ type: 'stopped' })
  }
  kill(): void {
    this.killed = true
    this.exit()
  }
  say(message: unknown): void {
    for (const listener of this.#messageListeners) listener(message)
  }
  exit(): void {
    for (const listener of this.#exitListeners.splice(0)) listener()
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#messageListeners.push(listener)
  }
  onExit(listener: () => void): void {
    this.#exitListeners.push(listener)
  }
}

const ONLY_CHILD = { kind: 'only-child', olderApart: true } as const

function setUp(answersStop = true) {
  const processes: FakeProcess[] = []
  const messages: ListenerMessage[] = []
  const crashes: number[] = []
  let badMessages = 0
  const supervisor = new ListenerSupervisor(
    () => {
      const child = new FakeProcess(answersStop)
      processes.push(child)
      return child
    },
    {
      onMessage: (message) => messages.push(message),
      onCrash: (delay) => crashes.push(delay),
      onBadMessage: () => (badMessages += 1),
    },
  )
  return { supervisor, processes, messages, crashes, badMessages: () => badMessages }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('ListenerSupervisor', () => {
  it('starts one process with the job', async () => {
    const { supervisor, processes } = setUp()
    await supervisor.start({ mode: 'measure', deviceName: 'Nest', syllablesPerWord: 1.5, childPolicy: ONLY_CHILD })
    expect(processes).toHaveLength(1)
    expect(processes[0]?.received).toEqual([{ type: 'start', deviceName: 'Nest', syllablesPerWord: 1.5, childPolicy: ONLY_CHILD }])
    expect(supervisor.isRunning).toBe(true)
  })

  it('restarts after a crash, waiting longer each time up to a minute', async () => {
    const { supervisor, processes, crashes } = setUp()
    await supervisor.start({ mode: 'measure', deviceName: null, syllablesPerWord: 1.5, childPolicy: ONLY_CHILD })
    for (let crash = 0; crash < 9; crash += 1) {
      processes.at(-1)?.exit()
      await vi.advanceTimersByTimeAsync(60_000)
    }
    expect(processes).toHaveLength(10)
    expect(crashes).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
  })

  it('restarts quickly again after a healthy while', async () => {
    const { supervisor, processes, crashes } = setUp()
    await supervisor.start({ mode: 'measure', deviceName: null, syllablesPerWord: 1.5, childPolicy: ONLY_CHILD })
    processes.at(-1)?.exit()
    await vi.advanceTimersByTimeAsync(500)
    await vi.advanceTimersByTimeAsync(61_000)
    processes.at(-1)?.exit()
    expect(crashes).toEqual([500, 500])
  })

  it('leaves no process and no restart behind when stopped', async () => {
    const { supervisor, processes } = setUp()
    await supervisor.start({ mode: 'measure', deviceName: null, syllablesPerWord: 1.5, childPolicy: ONLY_CHILD })
    await supervisor.stop()
    expect(supervisor.isRunning).toBe(false)
    expect(processes[0]?.killed).toBe(true)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(processes).toHaveLength(1)
  })

  it('does not restart when stopped while waiting for a restart', async () => {
    const { supervisor, processes } = setUp()
    await supervisor.start({ mode: 'measure', deviceName: null, syllablesPerWord: 1.5, childPolicy: ONLY_CHILD })
    processes[0]?.exit()
    await supervisor.stop()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(processes).toHaveLength(1)
  })

  it('kills a listener that does not answer stop', async () => {
    const { supervisor, processes } = setUp(false)
    await supervisor.start({ mode: 'measure', deviceName: null, syllablesPerWord: 1.5, childPolicy: ONLY_CHILD })
    const stopped = supervisor.stop()
    expect(processes[0]?.killed).toBe(false)
    await vi.advanceTimersByTimeAsync(3_000)
    await stopped
    expect(processes[0]?.killed).toBe(true)
  })

  it('drops messages that are not of the protocol, such as audio', async () => {
    const { supervisor, processes, messages, badMessages } = setUp()
    await supervisor.start({ mode: 'measure', deviceName: null, syllablesPerWord: 1.5, childPolicy: ONLY_CHILD })
    processes[0]?.say({ type: 'audio', samples: new Int16Array(512) })
    processes[0]?.say({ type: 'level', rmsDbfs: -30, peakDbfs: -20, speechProbability: 0.5, samples: [1, 2, 3] })
    expect(badMessages()).toBe(1)
    expect(messages).toEqual([{ type: 'level', rmsDbfs: -30, peakDbfs: -20, speechProbability: 0.5 }])
  })
})

describe('listDevices', () => {
  it('asks, answers and ends the process', async () => {
    const child = new FakeProcess()
    const devices = listDevices(() => child)
    child.say({ type: 'ready', vadModel: 'silero', typer: 'voice-types' })
    child.say({ type: 'devices', devices: ['Nest', 'Desk'] })
    expect(await devices).toEqual(['Nest', 'Desk'])
    expect(child.killed).toBe(true)
  })

  it('fails when the process hangs', async () => {
    const child = new FakeProcess()
    const devices = expect(listDevices(() => child)).rejects.toThrow('without naming')
    await vi.advanceTimersByTimeAsync(10_000)
    await devices
  })
})
