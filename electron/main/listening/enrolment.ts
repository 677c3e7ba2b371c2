import { drop } from '../../../common/assert'
import type { ListenerMessage } from '../../../common/listening/protocol'
import type { EnrolmentFailure, EnrolmentRun } from '../../../common/voice-enrolment'
import type { NewVoicePrint } from '../../core/voiceprints/service'
import type { Borrower } from './borrower'

/** The household's core, or a test. */
export interface EnrolmentRecords {
  /** Whether consent stands and nobody in the room asked for a pause. */
  mayEnrol(childId: string): Promise<boolean>
  save(print: NewVoicePrint, actor: string): Promise<void>
}

export interface EnrolmentOptions {
  readonly listening: { lend(borrower: Borrower): Promise<void>; giveBack(borrower: Borrower): Promise<void> }
  readonly onRun: (run: EnrolmentRun) => void
  readonly onError: (event: string, error: unknown) => void
}

export interface EnrolmentRequest {
  readonly childId: string
  readonly deviceName: string | null
  /** The adult who enrols the child. */
  readonly actor: string
  readonly records: EnrolmentRecords
}

/**
 * Enrols one child's voice at a time: borrows the microphone, tells windows how it goes, and hands the voice to the core.
 * The voice's numbers pass through {@link Enrolment} once and are overwritten when they are stored.
 */
export class Enrolment {
  readonly #options: EnrolmentOptions
  #run: EnrolmentRun = { state: 'idle' }
  #borrower: Borrower | null = null

  constructor(options: EnrolmentOptions) {
    this.#options = options
  }

  get run(): EnrolmentRun {
    return this.#run
  }

  /** Resolves when the listener was asked; how it goes on is told by `onRun`. One that runs is ended first. */
  async start(request: EnrolmentRequest): Promise<void> {
    await this.cancel()
    const { childId, deviceName, records } = request
    const borrower: Borrower = {
      mode: 'enrol',
      deviceName,
      childId,
      mayGoOn: () => records.mayEnrol(childId),
      hear: (message) => {
        if (this.#borrower === borrower) this.#hear(message, request)
      },
      lost: (why) => {
        if (this.#borrower === borrower) this.#fail(childId, why === 'crashed' ? 'listener-crashed' : 'stopped')
      },
    }
    this.#borrower = borrower
    this.#tell({
      state: 'running',
      childId,
      isOpen: false,
      heardSeconds: 0,
      elapsedSeconds: 0,
      levelDbfs: null,
      hint: null,
    })
    await this.#options.listening.lend(borrower)
  }

  /** The parent thought better of it: ends what runs, and forgets how the last one ended. */
  async cancel(): Promise<void> {
    this.#tell({ state: 'idle' })
    await this.#giveBack()
  }

  /** The screen was locked: ends what runs, and says so to whoever comes back. */
  async stop(): Promise<void> {
    if (this.#run.state !== 'running') return
    this.#fail(this.#run.childId, 'stopped')
    await this.#giveBack()
  }

  #hear(message: ListenerMessage, { childId, actor, records }: EnrolmentRequest): void {
    if (this.#run.state !== 'running') return
    if (message.type === 'started') this.#tell({ ...this.#run, isOpen: true })
    if (message.type === 'enrol-progress') {
      const { heardSeconds, elapsedSeconds, levelDbfs, hint } = message
      this.#tell({ state: 'running', childId, isOpen: true, heardSeconds, elapsedSeconds, levelDbfs, hint })
    }
    if (message.type === 'enrol-failed') this.#fail(childId, message.reason, message.heardSeconds)
    if (message.type === 'enrolled') {
      const { embedding, seconds, steadiness } = message
      drop(this.#finish({ childId, embedding, seconds, steadiness }, actor, records))
    }
  }

  /** Stored before measuring starts again, so that it starts with the new voice. */
  async #finish(print: NewVoicePrint, actor: string, records: EnrolmentRecords): Promise<void> {
    try {
      await records.save(print, actor)
      if (this.#run.state === 'running') this.#tell({ state: 'done', childId: print.childId })
    } catch (error) {
      this.#options.onError('enrolment', error)
      this.#fail(print.childId, 'not-stored')
    } finally {
      print.embedding.fill(0)
      await this.#giveBack()
    }
  }

  #fail(childId: string, reason: EnrolmentFailure, heardSeconds = this.#run.state === 'running' ? this.#run.heardSeconds : 0): void {
    this.#tell({ state: 'failed', childId, reason, heardSeconds })
    drop(this.#giveBack())
  }

  async #giveBack(): Promise<void> {
    const borrower = this.#borrower
    this.#borrower = null
    if (borrower !== null) await this.#options.listening.giveBack(borrower)
  }

  #tell(run: EnrolmentRun): void {
    this.#run = run
    this.#options.onRun(run)
  }
}
