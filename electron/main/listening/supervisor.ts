import type { ChildPolicy } from '../../../common/listening/child-policy'
import { type ListenerCommand, type ListenerMessage, listenerMessageSchema } from '../../../common/listening/protocol'

/** A listener process as the supervisor sees it; tests give one that misbehaves. */
export interface ListenerProcess {
  send(command: ListenerCommand): void
  kill(): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: () => void): void
}

export interface SupervisorEvents {
  readonly onMessage: (message: ListenerMessage) => void
  /** The process ended without being asked; another is started after `restartInMs`. */
  readonly onCrash: (restartInMs: number) => void
  /** A message that is not of the protocol: it is dropped. */
  readonly onBadMessage: () => void
}

export type Job =
  | { readonly mode: 'measure'; readonly deviceName: string | null; readonly syllablesPerWord: number; readonly childPolicy: ChildPolicy }
  | { readonly mode: 'test' | 'enrol'; readonly deviceName: string | null }

const FIRST_RESTART_MS = 500
const LONGEST_RESTART_MS = 60_000
/** A listener that ran this long has earned a quick restart again. */
const HEALTHY_AFTER_MS = 60_000
const STOP_PATIENCE_MS = 3_000

/** Keeps exactly one listener process running while there is a job for it, and none otherwise. */
export class ListenerSupervisor {
  readonly #fork: () => ListenerProcess
  readonly #events: SupervisorEvents
  #job: Job | null = null
  #process: ListenerProcess | null = null
  #startedAt = 0
  #failures = 0
  #restartTimer: ReturnType<typeof setTimeout> | null = null

  constructor(fork: () => ListenerProcess, events: SupervisorEvents) {
    this.#fork = fork
    this.#events = events
  }

  get isRunning(): boolean {
    return this.#process !== null
  }

  /** Starts the job, replacing whatever ran. Resolves when the former listener has gone. */
  async start(job: Job): Promise<void> {
    await this.stop()
    this.#job = job
    this.#failures = 0
    this.#launch()
  }

  /** Lets the listener close its bin, then makes sure that the process is gone. */
  async stop(): Promise<void> {
    this.#job = null
    if (this.#restartTimer !== null) clearTimeout(this.#restartTimer)
    this.#restartTimer = null
    const leaving = this.#process
    if (leaving === null) return
    const gone = new Promise<void>((resolve) => {
      leaving.onExit(resolve)
    })
    leaving.send({ type: 'stop' })
    const patience = setTimeout(() => {
      leaving.kill()
    }, STOP_PATIENCE_MS)
    await gone
    clearTimeout(patience)
  }

  #launch(): void {
    const job = this.#job
    if (job === null) return
    const child = this.#fork()
    this.#process = child
    this.#startedAt = performance.now()
    child.onMessage((raw) => {
      const message = listenerMessageSchema.safeParse(raw)
      if (!message.success) {
        this.#events.onBadMessage()
        return
      }
      if (message.data.type === 'stopped') child.kill()
      this.#events.onMessage(message.data)
    })
    child.onExit(() => {
      if (this.#process === child) this.#process = null
      if (this.#job === job) this.#scheduleRestart()
    })
    child.send(commandOf(job))
  }

  #scheduleRestart(): void {
    if (performance.now() - this.#startedAt > HEALTHY_AFTER_MS) this.#failures = 0
    const delay = Math.min(FIRST_RESTART_MS * 2 ** this.#failures, LONGEST_RESTART_MS)
    this.#failures += 1
    this.#restartTimer = setTimeout(() => {
      this.#restartTimer = null
      this.#launch()
    }, delay)
    this.#events.onCrash(delay)
  }
}

function commandOf(job: Job): ListenerCommand {
  if (job.mode !== 'measure') return { type: job.mode, deviceName: job.deviceName }
  const { deviceName, syllablesPerWord, childPolicy } = job
  return { type: 'start', deviceName, syllablesPerWord, childPolicy }
}

/** Asks a short-lived listener which microphones there are; it opens none of them. */
export function listDevices(fork: () => ListenerProcess, timeoutMs = 10_000): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = fork()
    const timeout = setTimeout(() => {
      child.kill()
    }, timeoutMs)
    child.onExit(() => {
      clearTimeout(timeout)
      reject(new Error('The listener ended without naming its microphones'))
    })
    child.onMessage((raw) => {
      const message = listenerMessageSchema.safeParse(raw)
      if (!message.success || message.data.type !== 'devices') return
      resolve(message.data.devices)
      child.kill()
    })
    child.send({ type: 'list-devices' })
  })
}
