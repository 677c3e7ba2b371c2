import { assertNever } from '../../common/assert'
import type { ListenerCommand, ListenerMessage } from '../../common/listening/protocol'
import type { Clock } from './clock'
import { runEnrolmentSession } from './enrolment/session'
import type { VoiceEmbedder } from './enrolment/voice-embedder'
import { MeasuringSession, runTestSession } from './session'
import { MicrophoneSource } from './sources/microphone-source'
import type { RecorderHost } from './sources/recorder'
import type { VoiceActivityDetector } from './vad/silero-vad'

export interface ControllerParts {
  readonly vad: VoiceActivityDetector
  /** Null where the trained model is missing; then no voice can be enrolled. */
  readonly embedder: VoiceEmbedder | null
  readonly host: RecorderHost
  readonly clock: Clock
  readonly send: (message: ListenerMessage) => void
}

interface Running {
  readonly abort: AbortController
  readonly ended: Promise<void>
}

/** Carries out the main process's commands one after the other; a new start ends the session before it. */
export class ListenerController {
  readonly #parts: ControllerParts
  #running: Running | null = null
  #queue: Promise<void> = Promise.resolve()

  constructor(parts: ControllerParts) {
    this.#parts = parts
  }

  /** Resolves when the command is carried out (a start: when its session has begun); rejects when it broke. */
  handle(command: ListenerCommand): Promise<void> {
    const done = this.#queue.then(() => this.#carryOut(command))
    // The next command runs even when this one broke; the caller hears of it through `done`.
    this.#queue = done.catch(() => undefined)
    return done
  }

  /** Resolves when the session now running has ended, rejects when it broke. */
  ended(): Promise<void> {
    return this.#running?.ended ?? Promise.resolve()
  }

  async #carryOut(command: ListenerCommand): Promise<void> {
    switch (command.type) {
      case 'list-devices':
        this.#parts.send({ type: 'devices', devices: this.#devices() })
        return
      case 'start':
      case 'test':
      case 'enrol':
        await this.#stop()
        this.#start(command)
        return
      case 'stop':
        await this.#stop()
        this.#parts.send({ type: 'stopped' })
        return
      default:
        assertNever(command)
    }
  }

  #devices(): string[] {
    try {
      return [...this.#parts.host.devices()]
    } catch {
      return []
    }
  }

  #start({ type, deviceName }: { type: 'start' | 'test' | 'enrol'; deviceName: string | null }): void {
    const { vad, embedder, host, clock, send } = this.#parts
    const abort = new AbortController()
    const session = { source: new MicrophoneSource(deviceName, host), clock, send }
    const run = {
      start: () => new MeasuringSession(session, { vad }).run(abort.signal),
      test: () => runTestSession(session, vad, abort.signal),
      enrol: () => runEnrolmentSession(session, embedder, abort.signal),
    }
    this.#running = { abort, ended: run[type]() }
  }

  async #stop(): Promise<void> {
    const running = this.#running
    this.#running = null
    running?.abort.abort()
    await running?.ended
  }
}
