import { assertNever, drop } from '../../../common/assert'
import type { ChildPolicy } from '../../../common/listening/child-policy'
import type { SpeechBin } from '../../../common/listening/metrics'
import type { GAP_REASONS, ListenerMessage } from '../../../common/listening/protocol'
import type { Level, ListeningStatus } from '../../../common/speech'
import type { ListeningDecision } from '../../core/listening/policy'
import type { Borrower } from './borrower'
import { childrenCounted, isSamePolicy } from './child-policy'
import { gapBins } from './gap-bins'
import type { ListenerProcess } from './supervisor'
import { ListenerSupervisor } from './supervisor'

type GapReason = (typeof GAP_REASONS)[number]

/** Where measurements go and decisions come from; the household's core, or a test. */
export interface ListeningRecords {
  decide(now: number): Promise<ListeningDecision>
  /** Which child a child's voice is taken for while this one is listened for. */
  childPolicy(childId: string): Promise<ChildPolicy>
  startSession(childId: string, deviceName: string, startedAt: number): Promise<string>
  recordBin(sessionId: string, bin: SpeechBin, final: boolean): Promise<void>
  recordGap(sessionId: string, gap: { startedAt: number; endedAt: number; reason: GapReason }): Promise<void>
  endSession(sessionId: string, endedAt: number): Promise<void>
}

export interface ControllerOptions {
  readonly fork: () => ListenerProcess
  readonly now: () => number
  readonly onStatus: (status: ListeningStatus) => void
  readonly onLevel: (level: Level) => void
  readonly onSpeechUpdated: (childId: string) => void
  /** A trouble the parent should hear of even when no window is open. */
  readonly onTrouble: (what: 'listener-crashed' | 'microphone-lost') => void
  readonly onError: (event: string, error: unknown) => void
}

interface Session {
  readonly id: string
  readonly childId: string
  /** Until when everything is accounted for by bins, UTC milliseconds. */
  accountedUntil: number
  /** Why nothing arrives at the moment, when the listener itself cannot say. */
  outage: GapReason | null
}

/** What the running listener was told to measure. */
interface Running {
  readonly childId: string
  readonly deviceName: string | null
  readonly syllablesPerWord: number
  readonly childPolicy: ChildPolicy
}

const LONGEST_TIMER_MS = 2 ** 31 - 1

/**
 * Runs the listener exactly when the rules allow it and stores what it says.
 * All changes go through one queue, so that a consent withdrawn during a start still wins.
 */
export class ListeningController {
  readonly #options: ControllerOptions
  readonly #supervisor: ListenerSupervisor
  #records: ListeningRecords | null = null
  #session: Session | null = null
  #running: Running | null = null
  #borrower: Borrower | null = null
  #test: Borrower | null = null
  #suspendedAt: number | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #queue: Promise<void> = Promise.resolve()
  #writes: Promise<void> = Promise.resolve()
  #status: ListeningStatus

  constructor(options: ControllerOptions) {
    this.#options = options
    this.#status = {
      state: 'off',
      reason: 'locked',
      childId: null,
      pausedUntil: null,
      since: options.now(),
      deviceName: null,
      childrenCounted: null,
      typer: null,
      restarts: 0,
    }
    this.#supervisor = new ListenerSupervisor(options.fork, {
      onMessage: (message) => {
        this.#handle(message)
      },
      onCrash: () => {
        this.#handleCrash()
      },
      onBadMessage: () => {
        options.onError('listener-bad-message', new Error('A message of the listener was not of the protocol'))
      },
    })
  }

  get status(): ListeningStatus {
    return this.#status
  }

  /** The household's file is open: from now on the rules decide. */
  open(records: ListeningRecords): Promise<void> {
    this.#records = records
    return this.refresh()
  }

  /** Stops everything and stores what is there; call before the file closes. */
  async close(): Promise<void> {
    await this.#enqueue('close', async () => {
      await this.#takeBack()
      await this.#stopMeasuring()
      this.#records = null
      this.#setStatus({ state: 'off', reason: 'locked', childId: null, pausedUntil: null, childrenCounted: null })
    })
  }

  /** Looks at the rules again; call after anything they depend on has changed. */
  refresh(): Promise<void> {
    return this.#enqueue('refresh', () => this.#applyRules())
  }

  /** The computer goes to sleep. */
  suspend(): Promise<void> {
    return this.#enqueue('suspend', async () => {
      this.#suspendedAt = this.#options.now()
      await this.#takeBack()
      if (this.#session === null) return
      this.#session.outage = 'asleep'
      await this.#supervisor.stop()
      this.#running = null
    })
  }

  /** The computer woke up. */
  resumeFromSleep(): Promise<void> {
    return this.#enqueue('wake', async () => {
      this.#suspendedAt = null
      await this.#applyRules()
    })
  }

  /** Opens the microphone for its level only; measuring pauses meanwhile. */
  startTest(deviceName: string | null): Promise<void> {
    this.#test = {
      mode: 'test',
      deviceName,
      childId: null,
      mayGoOn: () => Promise.resolve(true),
      hear: () => undefined,
      lost: () => undefined,
    }
    return this.lend(this.#test)
  }

  async stopTest(): Promise<void> {
    if (this.#test !== null) await this.giveBack(this.#test)
  }

  /** Gives the microphone to somebody else, in place of whoever had it; measuring pauses meanwhile. */
  lend(borrower: Borrower): Promise<void> {
    return this.#enqueue('lend', async () => {
      await this.#takeBack()
      await this.#stopMeasuring()
      this.#borrower = borrower
      if (borrower.childId !== null) {
        this.#setStatus({ state: 'starting', reason: null, childId: borrower.childId, pausedUntil: null, deviceName: null })
      }
      await this.#supervisor.start({ mode: borrower.mode, deviceName: borrower.deviceName })
    })
  }

  /** The borrower has done; whoever has the microphone by now keeps it. */
  giveBack(borrower: Borrower): Promise<void> {
    return this.#enqueue('give-back', async () => {
      if (this.#borrower !== borrower) return
      this.#borrower = null
      await this.#supervisor.stop()
      await this.#applyRules()
    })
  }

  /** The microphone is closed when this resolves. */
  async #takeBack(): Promise<void> {
    const borrower = this.#borrower
    if (borrower === null) return
    this.#borrower = null
    await this.#supervisor.stop()
    borrower.lost('taken-back')
  }

  #enqueue(what: string, work: () => Promise<void>): Promise<void> {
    // One failure must not stop the queue.
    this.#queue = this.#queue.then(work).catch((error: unknown) => {
      this.#options.onError(`listening-${what}`, error)
    })
    return this.#queue
  }

  /** Stores in the order of arrival, beside the queue of rule changes: a stop waits until all is stored. */
  #write(work: (records: ListeningRecords, session: Session) => Promise<void>): void {
    const session = this.#session
    const records = this.#records
    if (session === null || records === null) return
    this.#writes = this.#writes
      .then(() => work(records, session))
      .catch((error: unknown) => {
        this.#options.onError('listening-store', error)
      })
  }

  async #applyRules(): Promise<void> {
    if (this.#records === null || this.#suspendedAt !== null) return
    if (this.#borrower !== null) {
      if (await this.#borrower.mayGoOn()) return
      await this.#takeBack()
    }
    const now = this.#options.now()
    const decision = await this.#records.decide(now)
    this.#lookAgainAt(decision.nextChangeAt)
    const { childId, deviceName, syllablesPerWord } = decision
    const childPolicy = childId === null ? null : await this.#records.childPolicy(childId)
    if (!decision.listen || childId === null || childPolicy === null) {
      await this.#stopMeasuring()
      this.#setStatus({
        state: decision.reason === 'paused' ? 'paused' : 'off',
        reason: decision.reason,
        childId,
        pausedUntil: decision.pausedUntil,
        deviceName: null,
        childrenCounted: childPolicy === null ? null : childrenCounted(childPolicy),
      })
      return
    }
    const next: Running = { childId, deviceName, syllablesPerWord, childPolicy }
    if (this.#running !== null && isSame(this.#running, next) && this.#supervisor.isRunning) return
    if (this.#session !== null && this.#session.childId !== childId) await this.#stopMeasuring()
    this.#session ??= {
      id: await this.#records.startSession(childId, deviceName ?? '', now),
      childId,
      accountedUntil: now,
      outage: null,
    }
    this.#running = next
    this.#setStatus({ state: 'starting', reason: null, childId, pausedUntil: null, childrenCounted: childrenCounted(childPolicy) })
    await this.#supervisor.start({ mode: 'measure', deviceName, syllablesPerWord, childPolicy })
  }

  #lookAgainAt(at: number | null): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    if (at === null) return
    const delay = Math.min(Math.max(at - this.#options.now(), 0) + 50, LONGEST_TIMER_MS)
    this.#timer = setTimeout(() => {
      drop(this.refresh())
    }, delay)
  }

  /** The listener is gone when this resolves, all it measured is stored and the session closed. */
  async #stopMeasuring(): Promise<void> {
    this.#running = null
    await this.#supervisor.stop()
    this.#write((records, session) => records.endSession(session.id, this.#options.now()))
    await this.#writes
    const childId = this.#session?.childId
    this.#session = null
    if (childId !== undefined) this.#options.onSpeechUpdated(childId)
  }

  #handle(message: ListenerMessage): void {
    switch (message.type) {
      case 'level':
        this.#options.onLevel({
          rmsDbfs: message.rmsDbfs,
          peakDbfs: message.peakDbfs,
          speechProbability: message.speechProbability,
        })
        return
      case 'started':
        if (message.mode === 'test') return
        if (message.mode === 'measure') this.#fillOutage()
        else this.#borrower?.hear(message)
        this.#setStatus({ state: 'listening', reason: null, deviceName: message.deviceName })
        return
      case 'bin':
        this.#store(message.bin, message.final)
        return
      case 'gap':
        this.#write((records, session) => records.recordGap(session.id, message))
        return
      case 'enrol-progress':
      case 'enrolled':
      case 'enrol-failed':
        this.#borrower?.hear(message)
        return
      case 'microphone-lost':
        this.#setStatus({ state: 'lost', reason: 'microphone-lost' })
        this.#options.onTrouble('microphone-lost')
        return
      case 'failed':
        this.#options.onError(`listener-failed-${message.code}`, new Error('The listener gave up'))
        return
      case 'ready':
        this.#setStatus({ typer: message.typer })
        return
      case 'devices':
      case 'stopped':
        return
      default:
        assertNever(message)
    }
  }

  #store(bin: SpeechBin, final: boolean): void {
    if (this.#session !== null) {
      this.#session.accountedUntil = Math.max(this.#session.accountedUntil, bin.endedAt)
    }
    this.#write(async (records, session) => {
      await records.recordBin(session.id, bin, final)
      this.#options.onSpeechUpdated(session.childId)
    })
  }

  #handleCrash(): void {
    this.#borrower?.lost('crashed')
    if (this.#session === null) return
    this.#session.outage ??= 'listener-down'
    this.#setStatus({ state: 'lost', reason: 'listener-crashed', restarts: this.#status.restarts + 1 })
    this.#options.onTrouble('listener-crashed')
  }

  /** Stores the time between the last bin and now as a gap, when a crash or sleep made one. */
  #fillOutage(): void {
    const session = this.#session
    if (session === null || session.outage === null) return
    const gap = { startedAt: session.accountedUntil, endedAt: this.#options.now(), reason: session.outage }
    session.outage = null
    if (gap.endedAt <= gap.startedAt) return
    this.#write((records, { id }) => records.recordGap(id, gap))
    for (const bin of gapBins(gap.startedAt, gap.endedAt)) this.#store(bin, true)
  }

  #setStatus(change: Partial<Omit<ListeningStatus, 'since'>>): void {
    const next = { ...this.#status, ...change }
    const changed = next.state !== this.#status.state || next.reason !== this.#status.reason
    this.#status = { ...next, since: changed ? this.#options.now() : this.#status.since }
    this.#options.onStatus(this.#status)
  }
}

function isSame(a: Running, b: Running): boolean {
  return (
    a.childId === b.childId &&
    a.deviceName === b.deviceName &&
    a.syllablesPerWord === b.syllablesPerWord &&
    isSamePolicy(a.childPolicy, b.childPolicy)
  )
}
