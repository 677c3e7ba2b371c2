import { ENROLMENT_LIMIT_SECONDS, ENROLMENT_SECONDS, type EnrolmentHint } from '../../../common/voice-enrolment'
import { FLOOR_DBFS, meanSquareToDbfs } from '../audio-format'
import type { SessionParts } from '../session'
import { HintFinder } from './hint-finder'
import { VoiceCollector } from './voice-collector'
import type { VoiceEmbedder } from './voice-embedder'

/** Progress is told every sixth frame of sound: about five times a second. */
const FRAMES_PER_PROGRESS = 6

/**
 * Listens for a child's voice until half a minute of it was heard alone, the time is over, the microphone is lost, or
 * `stop`. Sends progress and how it ended (after a `stop` nothing); the microphone is closed and nothing of the sound or
 * of the voice is left in memory when this resolves.
 *
 * @param embedder null where the model is missing
 */
export async function runEnrolmentSession(parts: SessionParts, embedder: VoiceEmbedder | null, stop: AbortSignal): Promise<void> {
  if (embedder === null) {
    parts.send({ type: 'enrol-failed', reason: 'no-model', heardSeconds: 0 })
    return
  }
  const session = new EnrolmentSession(parts, embedder)
  embedder.reset()
  try {
    for await (const event of parts.source.events(stop)) {
      if (stop.aborted) return
      if (event.type === 'opened') session.begin(event.deviceName)
      else if (event.type === 'sound') await session.hear(event.samples)
      else session.fail('microphone-lost')
      if (session.isOver) return
    }
  } finally {
    session.forget()
    embedder.reset()
  }
}

class EnrolmentSession {
  readonly #parts: SessionParts
  readonly #embedder: VoiceEmbedder
  readonly #voice = new VoiceCollector()
  readonly #hints = new HintFinder()
  #startedAtMs: number | null = null
  #frames = 0
  #levelDbfs = FLOOR_DBFS
  #isOver = false

  constructor(parts: SessionParts, embedder: VoiceEmbedder) {
    this.#parts = parts
    this.#embedder = embedder
  }

  get isOver(): boolean {
    return this.#isOver
  }

  begin(deviceName: string): void {
    this.#startedAtMs ??= this.#parts.clock.steadyMs()
    this.#parts.send({ type: 'started', deviceName, mode: 'enrol' })
  }

  async hear(samples: Float32Array): Promise<void> {
    const levelDbfs = levelOf(samples)
    const frames = await this.#embedder.push(samples)
    for (const frame of frames) this.#voice.add(frame)
    this.#hints.add(levelDbfs, frames)
    this.#levelDbfs = Math.max(this.#levelDbfs, levelDbfs)
    this.#frames++
    if (this.#voice.seconds >= ENROLMENT_SECONDS) this.#succeed()
    else if (this.#elapsedSeconds() >= ENROLMENT_LIMIT_SECONDS) this.fail('too-little-voice')
    else if (this.#frames % FRAMES_PER_PROGRESS === 0) this.#tellProgress()
  }

  fail(reason: 'too-little-voice' | 'microphone-lost'): void {
    this.#isOver = true
    this.#parts.send({ type: 'enrol-failed', reason, heardSeconds: this.#voice.seconds })
  }

  forget(): void {
    this.#voice.clear()
  }

  #succeed(): void {
    this.#tellProgress()
    this.#isOver = true
    const { embedding, steadiness } = this.#voice.result()
    this.#parts.send({ type: 'enrolled', embedding, steadiness, seconds: this.#voice.seconds })
    embedding.fill(0)
  }

  #tellProgress(): void {
    const hint: EnrolmentHint | null = this.#hints.current()
    this.#parts.send({
      type: 'enrol-progress',
      heardSeconds: Math.min(ENROLMENT_SECONDS, this.#voice.seconds),
      elapsedSeconds: this.#elapsedSeconds(),
      levelDbfs: this.#levelDbfs,
      hint,
    })
    this.#levelDbfs = FLOOR_DBFS
  }

  /** By the clock, so that sound lost to a busy computer does not make the wait longer. */
  #elapsedSeconds(): number {
    return this.#startedAtMs === null ? 0 : (this.#parts.clock.steadyMs() - this.#startedAtMs) / 1000
  }
}

function levelOf(samples: Float32Array): number {
  return meanSquareToDbfs(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
}
