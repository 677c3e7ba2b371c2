import type { AudioSource, SourceEvent } from './audio-source'
import type { Recorder, RecorderHost } from './recorder'

/** After so many failed reads in a row the device is closed and looked for anew. */
const READS_BEFORE_REOPEN = 3
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 5_000
/** While another device stands in for the wanted one, how often it is looked for, frames: about 16 s. */
const FRAMES_BETWEEN_LOOKS = 500

/** The waits are a parameter so that tests need not wait. */
export interface MicrophoneOptions {
  readonly wait?: (ms: number, stop: AbortSignal) => Promise<void>
}

/**
 * The microphone, kept open whatever happens: a device that goes away, an input that falls silent for the driver (a read
 * error is a gap, not the end), a device that comes back. Never throws; tells `lost` instead and tries again with growing
 * waits, falling back to the system's default microphone when the wanted one is missing.
 */
export class MicrophoneSource implements AudioSource {
  readonly name: string
  readonly #wanted: string | null
  readonly #host: RecorderHost
  readonly #wait: (ms: number, stop: AbortSignal) => Promise<void>

  /** @param deviceName null for the system's default */
  constructor(deviceName: string | null, host: RecorderHost, options: MicrophoneOptions = {}) {
    this.name = deviceName ?? 'default'
    this.#wanted = deviceName
    this.#host = host
    this.#wait = options.wait ?? waitUnlessStopped
  }

  async *events(stop: AbortSignal): AsyncGenerator<SourceEvent, void, undefined> {
    let waitMs = FIRST_WAIT_MS
    let lost = false
    while (!stop.aborted) {
      const recorder = this.#open()
      if (recorder !== null) {
        let opened = false
        try {
          for await (const event of this.#record(recorder, stop)) {
            if (event.type === 'sound') {
              // Said again when a device that fell silent is heard again without having been closed.
              if (!opened || lost) yield { type: 'opened', deviceName: recorder.deviceName }
              opened = true
              lost = false
              waitMs = FIRST_WAIT_MS
              yield event
            } else {
              yield lost ? { type: 'waiting' } : { type: 'lost' }
              lost = true
            }
          }
        } finally {
          closeQuietly(recorder)
        }
        if (opened && !lost) continue
      }
      if (stop.aborted) return
      yield lost ? { type: 'waiting' } : { type: 'lost' }
      lost = true
      await this.#wait(waitMs, stop)
      waitMs = Math.min(LONGEST_WAIT_MS, 2 * waitMs)
    }
  }

  /** Sound until the device fails for good, the wanted device is back, or a stop. */
  async *#record(recorder: Recorder, stop: AbortSignal): AsyncGenerator<SourceEvent, void, undefined> {
    let failures = 0
    let heard = false
    for (let frames = 1; !stop.aborted; frames++) {
      const frame = await recorder.read().catch(() => null)
      if (frame === null) {
        failures++
        // The first read of a device just opened often times out while the driver starts; that is no loss yet.
        if (heard || failures > 1) yield { type: 'lost' }
        if (failures >= READS_BEFORE_REOPEN) return
        continue
      }
      failures = 0
      heard = true
      const samples = Float32Array.from(frame, (sample) => sample / 32_768)
      frame.fill(0)
      yield { type: 'sound', samples }
      samples.fill(0)
      if (frames % FRAMES_BETWEEN_LOOKS === 0 && this.#wantedIsBack(recorder)) return
    }
  }

  #open(): Recorder | null {
    try {
      return this.#host.open(this.#wanted)
    } catch {
      return null
    }
  }

  #wantedIsBack(recorder: Recorder): boolean {
    if (this.#wanted === null || recorder.deviceName === this.#wanted) return false
    try {
      return this.#host.devices().includes(this.#wanted)
    } catch {
      return false
    }
  }
}

function closeQuietly(recorder: Recorder): void {
  try {
    recorder.close()
  } catch {
    // A device that is gone cannot be closed; there is nothing left to free.
  }
}

function waitUnlessStopped(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      stop.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    stop.addEventListener('abort', done)
  })
}
