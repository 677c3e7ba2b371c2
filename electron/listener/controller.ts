import { assertNever } from '../../common/assert'
import type { ListenerCommand, ListenerMessage } from '../../common/listening/protocol'
import type { Clock } from './clock'
import { ModelVoiceEmbedder } from './enrolment/model-voice-embedder'
import { runEnrolmentSession } from './enrolment/session'
import { MeasuringSession, runTestSession, type SessionParts } from './session'
import { MicrophoneSource } from './sources/microphone-source'
import type { RecorderHost } from './sources/recorder'
import { forgetVoices } from './typing/child-identity'
import type { VoiceTypesModel } from './typing/voice-types-model'
import type { VoiceActivityDetector } from './vad/silero-vad'

export interface ControllerParts {
  readonly vad: VoiceActivityDetector
  /** Null where the trained model cannot be used. */
  readonly voices: VoiceTypesModel | null
  readonly host: RecorderHost
  readonly clock: Clock
  readonly send: (message: ListenerMessage) => void
}

type SessionCommand = Extract<ListenerCommand, { type: 'start' | 'test' | 'enrol' }>
type StartCommand = Extract<ListenerCommand, { type: 'start' }>

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

  #start(command: SessionCommand): void {
    const { host, clock, send } = this.#parts
    const abort = new AbortController()
    const session = { source: new MicrophoneSource(command.deviceName, host), clock, send }
    this.#running = { abort, ended: this.#run(session, command, abort.signal) }
  }

  #run(session: SessionParts, command: SessionCommand, stop: AbortSignal): Promise<void> {
    const { vad, voices } = this.#parts
    switch (command.type) {
      case 'start':
        return this.#measure(session, command, stop)
      case 'test':
        return runTestSession(session, vad, stop)
      case 'enrol':
        return runEnrolmentSession(session, voices === null ? null : new ModelVoiceEmbedder(voices), stop)
      default:
        return assertNever(command)
    }
  }

  /** Enrolled voices are overwritten when the session ends, however it does. */
  async #measure(session: SessionParts, { childPolicy, syllablesPerWord }: StartCommand, stop: AbortSignal): Promise<void> {
    const { vad, voices } = this.#parts
    try {
      await new MeasuringSession(session, { vad, voices, childPolicy, syllablesPerWord }).run(stop)
    } finally {
      if (childPolicy !== undefined) forgetVoices(childPolicy)
    }
  }

  async #stop(): Promise<void> {
    const running = this.#running
    this.#running = null
    running?.abort.abort()
    await running?.ended
  }
}
