import type { ListenerMessage } from '../../common/listening/protocol'
import { FRAME_MS, FRAME_SAMPLES } from './audio-format'
import type { Clock } from './clock'
import { FrameAnalyser, levelOf, type FrameLevel } from './frame-analyser'
import { ListeningPipeline, type Decided, type PipelineParts } from './pipeline'
import type { AudioSource } from './sources/audio-source'

/**
 * When the sound received lags this far behind the clock, the difference was lost: the computer slept or was too busy.
 * More than the driver keeps for us (1.6 s), so that sound which only comes late is not taken for lost.
 */
const LOST_AFTER_MS = 2_500
/** A bin that fills is told every so often, ms of stream. */
const SNAPSHOT_EVERY_MS = 5_000
/** The meter is told every third frame: ten times a second. */
const FRAMES_PER_LEVEL = 3

export interface SessionParts {
  readonly source: AudioSource
  readonly clock: Clock
  readonly send: (message: ListenerMessage) => void
}

/** One message for every third frame, with the highest peak of the three. */
class LevelMessages {
  #frames = 0
  #peakDbfs = -Infinity

  add(level: FrameLevel, send: SessionParts['send']): void {
    this.#frames++
    this.#peakDbfs = Math.max(this.#peakDbfs, level.peakDbfs)
    if (this.#frames < FRAMES_PER_LEVEL) return
    send({ type: 'level', rmsDbfs: level.rmsDbfs, peakDbfs: this.#peakDbfs, speechProbability: level.speechProbability })
    this.#frames = 0
    this.#peakDbfs = -Infinity
  }
}

/** Only the level meter: nothing is measured and no bins come. Ends after `stop`; the ring buffer is zero then. */
export async function runTestSession(parts: SessionParts, vad: PipelineParts['vad'], stop: AbortSignal): Promise<void> {
  const frames = new FrameAnalyser(vad)
  const levels = new LevelMessages()
  let atMs = 0
  for await (const event of parts.source.events(stop)) {
    if (event.type === 'opened') parts.send({ type: 'started', deviceName: event.deviceName, mode: 'test' })
    if (event.type === 'lost') parts.send({ type: 'microphone-lost' })
    if (event.type !== 'sound' || event.samples.length !== FRAME_SAMPLES) continue
    levels.add(levelOf(await frames.analyse(event.samples, atMs)), parts.send)
    atMs += FRAME_MS
  }
  frames.reset()
}

/**
 * Measures until `stop`: sends the level, bins as they fill and when they are complete, and gaps. The stream is anchored
 * to the wall clock once, at its start, and then follows the steady clock: setting the computer's time moves nothing,
 * sleep and a lost microphone become gaps.
 */
export class MeasuringSession {
  readonly #parts: SessionParts
  readonly #pipelineParts: PipelineParts
  readonly #levels = new LevelMessages()
  #pipeline: ListeningPipeline | null = null
  #startedAt = 0
  #steadyStartMs = 0
  #nextSnapshotMs = SNAPSHOT_EVERY_MS
  #gap: { readonly startMs: number; readonly reason: 'microphone-lost' | 'asleep' } | null = null

  constructor(parts: SessionParts, pipelineParts: PipelineParts) {
    this.#parts = parts
    this.#pipelineParts = pipelineParts
  }

  async run(stop: AbortSignal): Promise<void> {
    for await (const event of this.#parts.source.events(stop)) {
      if (event.type === 'opened') this.#parts.send({ type: 'started', deviceName: event.deviceName, mode: 'measure' })
      else if (event.type === 'sound') await this.#hear(event.samples)
      else await this.#miss(event.type === 'lost')
    }
    await this.#finish()
  }

  /** True when no sound is held in memory. */
  holdsNoSound(): boolean {
    return this.#pipeline?.holdsNoSound() ?? true
  }

  async #hear(samples: Float32Array): Promise<void> {
    const pipeline = this.#begin(FRAME_MS)
    const lateMs = this.#elapsedMs() - FRAME_MS - pipeline.positionMs
    if (this.#gap !== null || lateMs > LOST_AFTER_MS) {
      await this.#skip(lateMs, this.#gap?.reason ?? 'asleep')
      this.#endGap()
    }
    const { level, ...decided } = await pipeline.push(samples)
    this.#levels.add(level, this.#parts.send)
    this.#tell(decided)
  }

  async #miss(isNew: boolean): Promise<void> {
    if (isNew) this.#parts.send({ type: 'microphone-lost' })
    const pipeline = this.#begin(0)
    await this.#skip(this.#elapsedMs() - pipeline.positionMs, 'microphone-lost')
  }

  async #finish(): Promise<void> {
    const pipeline = this.#pipeline
    if (pipeline === null) return
    if (this.#gap !== null) await this.#skip(this.#elapsedMs() - pipeline.positionMs, this.#gap.reason)
    this.#endGap()
    const { completeBins } = await pipeline.finish()
    for (const bin of completeBins) this.#parts.send({ type: 'bin', bin, final: true })
  }

  /** @param heardMs how much sound lies before this moment already */
  #begin(heardMs: number): ListeningPipeline {
    if (this.#pipeline !== null) return this.#pipeline
    const { clock } = this.#parts
    this.#startedAt = Math.round(clock.wallMs() - heardMs)
    this.#steadyStartMs = clock.steadyMs() - heardMs
    this.#pipeline = new ListeningPipeline(this.#pipelineParts, this.#startedAt)
    return this.#pipeline
  }

  #elapsedMs(): number {
    return this.#parts.clock.steadyMs() - this.#steadyStartMs
  }

  async #skip(durationMs: number, reason: 'microphone-lost' | 'asleep'): Promise<void> {
    const pipeline = this.#pipeline
    if (pipeline === null) return
    this.#gap ??= { startMs: pipeline.positionMs, reason }
    this.#tell(await pipeline.skip(durationMs))
  }

  #endGap(): void {
    const gap = this.#gap
    const endMs = this.#pipeline?.positionMs ?? 0
    this.#gap = null
    if (gap === null || endMs <= gap.startMs) return
    const startedAt = this.#startedAt + gap.startMs
    this.#parts.send({ type: 'gap', startedAt, endedAt: this.#startedAt + endMs, reason: gap.reason })
  }

  #tell({ completeBins }: Decided): void {
    for (const bin of completeBins) this.#parts.send({ type: 'bin', bin, final: true })
    const pipeline = this.#pipeline
    if (pipeline === null || pipeline.positionMs < this.#nextSnapshotMs) return
    this.#nextSnapshotMs = pipeline.positionMs + SNAPSHOT_EVERY_MS
    const bin = pipeline.currentBin()
    if (bin !== null) this.#parts.send({ type: 'bin', bin, final: false })
  }
}
