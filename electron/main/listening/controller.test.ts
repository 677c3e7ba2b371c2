import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChildPolicy } from '../../../common/listening/child-policy'
import { type SpeechBin, ZERO_ESTIMATE, zeroSoundMs } from '../../../common/listening/metrics'
import type { ListenerCommand, ListenerMessage } from '../../../common/listening/protocol'
import type { ListeningDecision } from '../../core/listening/policy'
import { ListeningController } from './controller'
import type { ListenerProcess } from './supervisor'

/** Stands in for Electron's utility process; closes its bin and says so when asked to stop, like the real one. */
class FakeListener implements ListenerProcess {
  readonly received: ListenerCommand[] = []
  readonly #messages: ((message: unknown) => void)[] = []
  readonly #exits: (() => void)[] = []
  binAtStop: SpeechBin | null = null
  alive = true
  send(command: ListenerCommand): void {
    this.received.push(command)
    if (command.type !== 'stop') return
    if (this.binAtStop !== null) this.say({ type: 'bin', bin: this.binAtStop, final: true })
    this.say({ type: 'stopped' })
  }
  say(message: ListenerMessage): void {
    for (const listener of this.#messages) listener(message)
  }
  kill(): void {
    this.alive = false
    for (const listener of this.#exits.splice(0)) listener()
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#messages.push(listener)
  }
  onExit(listener: () => void): void {
    this.#exits.push(listener)
  }
}

const NOON = Date.UTC(2026, 10, 21, 12)
const CHILD = '01890000-0000-7000-8000-00000000000c'
const LISTEN: ListeningDecision = {
  listen: true,
  reason: null,
  childId: CHILD,
  deviceName: null,
  syllablesPerWord: 1.5,
  pausedUntil: null,
  nextChangeAt: null,
}

const ONLY_CHILD = { kind: 'only-child', olderApart: true } as const
const ENROLLED: ChildPolicy = { kind: 'enrolled', key: new Float32Array(64).fill(0.125), others: [] }

function bin(startedAt: number, endedAt: number): SpeechBin {
  return {
    startedAt,
    endedAt,
    listenedMs: endedAt - startedAt,
    gapMs: 0,
    soundMs: { ...zeroSoundMs(), SIL: endedAt - startedAt },
    adultWords: ZERO_ESTIMATE,
    childVocalizations: ZERO_ESTIMATE,
    conversationalTurns: ZERO_ESTIMATE,
    levelMeanDbfs: -50,
    levelP90Dbfs: -40,
  }
}

function setUp() {
  const listeners: FakeListener[] = []
  const stored: string[] = []
  const troubles: string[] = []
  let decision: ListeningDecision = LISTEN
  let policy: ChildPolicy = ONLY_CHILD
  const controller = new ListeningController({
    fork: () => {
      const listener = new FakeListener()
      listeners.push(listener)
      return listener
    },
    now: () => Date.now(),
    onStatus: () => undefined,
    onLevel: () => undefined,
    onSpeechUpdated: () => undefined,
    onTrouble: (what) => troubles.push(what),
    onError: (event, error) => {
      throw new Error(event, { cause: error })
    },
  })
  const records = {
    decide: () => Promise.resolve(decision),
    childPolicy: () => Promise.resolve(policy),
    startSession: (childId: string) => {
      stored.push(`session of ${childId === CHILD ? 'child' : 'other'}`)
      return Promise.resolve('session')
    },
    recordBin: (_id: string, value: SpeechBin, final: boolean) => {
      stored.push(`bin ${value.startedAt - NOON}-${value.endedAt - NOON} gap ${value.gapMs}${final ? ' final' : ''}`)
      return Promise.resolve()
    },
    recordGap: (_id: string, gap: { startedAt: number; endedAt: number; reason: string }) => {
      stored.push(`${gap.reason} ${gap.startedAt - NOON}-${gap.endedAt - NOON}`)
      return Promise.resolve()
    },
    endSession: () => {
      stored.push('end')
      return Promise.resolve()
    },
  }
  const decideTo = (next: Partial<ListeningDecision>): void => {
    decision = { ...LISTEN, ...next }
  }
  const countTo = (next: ChildPolicy): void => {
    policy = next
  }
  const alive = (): number => listeners.filter((listener) => listener.alive).length
  return { controller, records, listeners, stored, troubles, decideTo, countTo, alive }
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOON })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('ListeningController', () => {
  it.each(['no-child', 'no-consent', 'outside-hours', 'paused'] as const)(
    'has no listener at all when the rules say %s',
    async (reason) => {
      const { controller, records, listeners, decideTo } = setUp()
      decideTo({ listen: false, reason })
      await controller.open(records)
      expect(listeners).toHaveLength(0)
      expect(controller.status).toMatchObject({ state: reason === 'paused' ? 'paused' : 'off', reason })
    },
  )

  it('tells what the listener tells voices apart with', async () => {
    const { controller, records, listeners } = setUp()
    await controller.open(records)
    expect(controller.status.typer).toBeNull()
    listeners[0]?.say({ type: 'ready', vadModel: 'silero', typer: 'acoustic-baseline' })
    expect(controller.status).toMatchObject({ state: 'starting', typer: 'acoustic-baseline' })
  })

  it('listens when the rules allow it', async () => {
    const { controller, records, listeners } = setUp()
    await controller.open(records)
    expect(listeners[0]?.received).toEqual([{ type: 'start', deviceName: null, syllablesPerWord: 1.5, childPolicy: ONLY_CHILD }])
    expect(controller.status.state).toBe('starting')
    listeners[0]?.say({ type: 'started', deviceName: 'Nest', mode: 'measure' })
    expect(controller.status).toMatchObject({ state: 'listening', deviceName: 'Nest' })
  })

  it('starts the listener anew, in the same session, when other voices count as the child’s', async () => {
    const { controller, records, listeners, stored, countTo } = setUp()
    countTo({ kind: 'children' })
    await controller.open(records)
    expect(controller.status.childrenCounted).toBe('all')
    await controller.refresh()
    expect(listeners).toHaveLength(1)
    countTo(ENROLLED)
    await controller.refresh()
    await controller.refresh()
    expect(listeners.map(({ alive }) => alive)).toEqual([false, true])
    expect(listeners[1]?.received).toEqual([{ type: 'start', deviceName: null, syllablesPerWord: 1.5, childPolicy: ENROLLED }])
    expect(controller.status.childrenCounted).toBe('enrolled')
    // Another child's voice joins, then the consent to this one's is withdrawn.
    countTo({ ...ENROLLED, others: [new Float32Array(64).fill(-0.125)] })
    await controller.refresh()
    countTo({ kind: 'children' })
    await controller.refresh()
    expect(listeners).toHaveLength(4)
    expect(listeners[3]?.received).toEqual([{ type: 'start', deviceName: null, syllablesPerWord: 1.5, childPolicy: { kind: 'children' } }])
    expect(stored).toEqual(['session of child'])
  })

  it('says whose voices would count also while it does not listen', async () => {
    const { controller, records, decideTo, countTo } = setUp()
    decideTo({ listen: false, reason: 'outside-hours' })
    countTo({ kind: 'children' })
    await controller.open(records)
    expect(controller.status).toMatchObject({ state: 'off', childrenCounted: 'all' })
    decideTo({ listen: false, reason: 'no-child', childId: null })
    await controller.refresh()
    expect(controller.status.childrenCounted).toBeNull()
  })

  it('never tells windows a voice', async () => {
    const { controller, records, countTo } = setUp()
    countTo(ENROLLED)
    await controller.open(records)
    expect(JSON.stringify(controller.status)).not.toContain('0.125')
  })

  it('ends the listener when consent is withdrawn, and keeps what was measured until then', async () => {
    const { controller, records, listeners, stored, decideTo, alive } = setUp()
    await controller.open(records)
    const [listener] = listeners
    if (listener === undefined) throw new Error('no listener')
    listener.binAtStop = bin(NOON, NOON + 10_000)
    decideTo({ listen: false, reason: 'no-consent' })
    await controller.refresh()
    expect(alive()).toBe(0)
    expect(stored).toEqual(['session of child', 'bin 0-10000 gap 0 final', 'end'])
    expect(controller.status).toMatchObject({ state: 'off', reason: 'no-consent' })
  })

  it('lets a withdrawal win that comes while the listener starts', async () => {
    const { controller, records, decideTo, alive } = setUp()
    const opening = controller.open(records)
    decideTo({ listen: false, reason: 'no-consent' })
    await Promise.all([opening, controller.refresh()])
    expect(alive()).toBe(0)
  })

  it('stores the time after a crash as a gap and says so', async () => {
    const { controller, records, listeners, stored, troubles } = setUp()
    await controller.open(records)
    listeners[0]?.say({ type: 'started', deviceName: 'Nest', mode: 'measure' })
    await vi.advanceTimersByTimeAsync(5_000)
    listeners[0]?.say({ type: 'bin', bin: bin(NOON, NOON + 5_000), final: false })
    listeners[0]?.kill()
    expect(controller.status).toMatchObject({ state: 'lost', reason: 'listener-crashed', restarts: 1 })
    expect(troubles).toEqual(['listener-crashed'])
    await vi.advanceTimersByTimeAsync(500)
    listeners[1]?.say({ type: 'started', deviceName: 'Nest', mode: 'measure' })
    await vi.advanceTimersByTimeAsync(0)
    expect(stored).toEqual([
      'session of child',
      'bin 0-5000 gap 0',
      'listener-down 5000-5500',
      'bin 5000-5500 gap 500 final',
    ])
    expect(controller.status.state).toBe('listening')
  })

  it('listens anew with the figure of another language, in the same session', async () => {
    const { controller, records, listeners, stored, decideTo, alive } = setUp()
    await controller.open(records)
    const [listener] = listeners
    if (listener === undefined) throw new Error('no listener')
    listener.binAtStop = bin(NOON, NOON + 10_000)
    decideTo({ syllablesPerWord: 1.89 })
    await controller.refresh()
    await controller.refresh()
    expect(alive()).toBe(1)
    expect(listeners.map(({ received }) => received[0])).toEqual([
      { type: 'start', deviceName: null, syllablesPerWord: 1.5, childPolicy: ONLY_CHILD },
      { type: 'start', deviceName: null, syllablesPerWord: 1.89, childPolicy: ONLY_CHILD },
    ])
    expect(stored).toEqual(['session of child', 'bin 0-10000 gap 0 final'])
  })

  it('stores sleep as a gap', async () => {
    const { controller, records, listeners, stored, alive } = setUp()
    await controller.open(records)
    await controller.suspend()
    expect(alive()).toBe(0)
    await vi.advanceTimersByTimeAsync(60_000)
    await controller.resumeFromSleep()
    listeners[1]?.say({ type: 'started', deviceName: 'Nest', mode: 'measure' })
    await vi.advanceTimersByTimeAsync(0)
    expect(stored).toContain('asleep 0-60000')
  })

  it('does not wake up listening when the hours ended during sleep', async () => {
    const { controller, records, decideTo, alive, stored } = setUp()
    await controller.open(records)
    await controller.suspend()
    decideTo({ listen: false, reason: 'outside-hours' })
    await controller.resumeFromSleep()
    expect(alive()).toBe(0)
    expect(stored).toEqual(['session of child', 'end'])
  })

  it('looks at the rules again when they may change by themselves', async () => {
    const { controller, records, decideTo, alive } = setUp()
    decideTo({ nextChangeAt: NOON + 3_600_000 })
    await controller.open(records)
    decideTo({ listen: false, reason: 'outside-hours' })
    await vi.advanceTimersByTimeAsync(3_599_000)
    expect(alive()).toBe(1)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(alive()).toBe(0)
  })

  it('tests a microphone without measuring, then measures again', async () => {
    const { controller, records, listeners, stored } = setUp()
    await controller.open(records)
    await controller.startTest('Desk')
    expect(listeners.at(-1)?.received).toEqual([{ type: 'test', deviceName: 'Desk' }])
    await controller.refresh()
    expect(listeners).toHaveLength(2)
    await controller.stopTest()
    expect(listeners.at(-1)?.received).toEqual([{ type: 'start', deviceName: null, syllablesPerWord: 1.5, childPolicy: ONLY_CHILD }])
    expect(stored).toEqual(['session of child', 'end', 'session of child'])
  })

  it('leaves nothing running when it closes', async () => {
    const { controller, records, alive, stored } = setUp()
    await controller.open(records)
    await controller.close()
    expect(alive()).toBe(0)
    expect(stored.at(-1)).toBe('end')
    expect(controller.status).toMatchObject({ state: 'off', reason: 'locked' })
  })
})

describe('an enrolment', () => {
  const borrow = (mayGoOn = true) => {
    const heard: string[] = []
    const borrower = {
      mode: 'enrol' as const,
      deviceName: 'Desk',
      childId: CHILD,
      mayGoOn: () => Promise.resolve(mayGoOn),
      hear: (message: ListenerMessage) => heard.push(message.type),
      lost: (why: string) => heard.push(why),
    }
    return { borrower, heard }
  }

  it('has the microphone in place of measuring, and everybody sees that it is open', async () => {
    const { controller, records, listeners, stored } = setUp()
    await controller.open(records)
    const { borrower, heard } = borrow()
    await controller.lend(borrower)
    expect(listeners.map(({ alive }) => alive)).toEqual([false, true])
    expect(listeners[1]?.received).toEqual([{ type: 'enrol', deviceName: 'Desk' }])
    listeners[1]?.say({ type: 'started', deviceName: 'Desk', mode: 'enrol' })
    expect(controller.status).toMatchObject({ state: 'listening', deviceName: 'Desk', childId: CHILD })
    listeners[1]?.say({ type: 'enrol-failed', reason: 'too-little-voice', heardSeconds: 3 })
    expect(heard).toEqual(['started', 'enrol-failed'])
    await controller.refresh()
    expect(listeners).toHaveLength(2)
    await controller.giveBack(borrower)
    expect(listeners[2]?.received).toMatchObject([{ type: 'start' }])
    expect(stored).toEqual(['session of child', 'end', 'session of child'])
  })

  it('ends at once when it may not go on', async () => {
    const { controller, records, alive, decideTo } = setUp()
    await controller.open(records)
    const { borrower, heard } = borrow(false)
    await controller.lend(borrower)
    decideTo({ listen: false, reason: 'paused' })
    await controller.refresh()
    expect(heard).toEqual(['taken-back'])
    expect(alive()).toBe(0)
    expect(controller.status).toMatchObject({ state: 'paused' })
  })

  it('ends with sleep, with the household’s file, and with another borrower, and has no more to say then', async () => {
    const { controller, records, listeners } = setUp()
    await controller.open(records)
    const [first, second] = [borrow(), borrow()]
    await controller.lend(first.borrower)
    await controller.lend(second.borrower)
    expect(first.heard).toEqual(['taken-back'])
    await controller.giveBack(first.borrower)
    expect(listeners.at(-1)?.alive).toBe(true)
    await controller.suspend()
    expect(second.heard).toEqual(['taken-back'])
    await controller.resumeFromSleep()
    expect(controller.status.state).toBe('starting')
    const third = borrow()
    await controller.lend(third.borrower)
    await controller.close()
    expect(third.heard).toEqual(['taken-back'])
    expect(controller.status).toMatchObject({ state: 'off', reason: 'locked', childrenCounted: null })
  })

  it('hears of a crash of its listener', async () => {
    const { controller, records, listeners, alive } = setUp()
    await controller.open(records)
    const { borrower, heard } = borrow()
    await controller.lend(borrower)
    listeners.at(-1)?.kill()
    expect(heard).toEqual(['crashed'])
    await controller.giveBack(borrower)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(alive()).toBe(1)
    expect(listeners.at(-1)?.received).toMatchObject([{ type: 'start' }])
  })
})
