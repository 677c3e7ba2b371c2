import { describe, expect, it } from 'vitest'
import { MicrophoneSource } from './microphone-source'
import type { Recorder, RecorderHost } from './recorder'

type Read = 'sound' | 'silence'

/** Recording devices made of lists of what their reads do; a device whose list is used up ends the test. */
class FakeHost implements RecorderHost {
  present: string[]
  readonly opened: string[] = []
  closed = 0
  readonly frames: Int16Array[] = []
  readonly #reads: Read[]
  readonly #stop: AbortController
  onRead: (count: number) => void = () => undefined
  #count = 0

  constructor(present: string[], reads: Read[], stop: AbortController) {
    this.present = present
    this.#reads = reads
    this.#stop = stop
  }

  devices(): readonly string[] {
    return this.present
  }

  open(deviceName: string | null): Recorder {
    const name = deviceName !== null && this.present.includes(deviceName) ? deviceName : this.present[0]
    if (name === undefined) throw new Error('no device')
    this.opened.push(name)
    return {
      deviceName: name,
      read: () => {
        this.onRead(++this.#count)
        const next = this.#reads.shift()
        if (next === undefined) {
          this.#stop.abort()
          return Promise.reject(new Error('over'))
        }
        if (next === 'silence') return Promise.reject(new Error('I/O error'))
        const frame = new Int16Array(512).fill(16_384)
        this.frames.push(frame)
        return Promise.resolve(frame)
      },
      close: () => {
        this.closed++
      },
    }
  }
}

async function listen(
  host: FakeHost,
  stop: AbortController,
  wanted: string | null = null,
  onWait: (ms: number) => void = () => undefined,
): Promise<readonly string[]> {
  const events: string[] = []
  const wait = (ms: number): Promise<void> => {
    onWait(ms)
    return Promise.resolve()
  }
  for await (const event of new MicrophoneSource(wanted, host, { wait }).events(stop.signal)) {
    const last = events.at(-1)
    if (event.type === 'sound') expect(event.samples[0]).toBe(0.5)
    const name = event.type === 'opened' ? `opened ${event.deviceName}` : event.type
    if (last !== name) events.push(name)
  }
  return events
}

describe('the microphone', () => {
  it('gives frames, wipes them after use and closes the device at the end', async () => {
    const stop = new AbortController()
    const host = new FakeHost(['A'], ['sound', 'sound'], stop)
    expect((await listen(host, stop)).slice(0, 2)).toEqual(['opened A', 'sound'])
    expect(host.frames.every((frame) => frame.every((sample) => sample === 0))).toBe(true)
    expect(host.closed).toBe(host.opened.length)
  })

  it('takes a read error for a gap and goes on with the same device', async () => {
    const stop = new AbortController()
    const host = new FakeHost(['A'], ['sound', 'silence', 'silence', 'sound', 'sound'], stop)
    expect((await listen(host, stop)).slice(0, 5)).toEqual(['opened A', 'sound', 'lost', 'waiting', 'opened A'])
    expect(host.opened).toEqual(['A'])
  })

  it('forgives the first read of a device just opened', async () => {
    const stop = new AbortController()
    const host = new FakeHost(['A'], ['silence', 'sound'], stop)
    expect((await listen(host, stop)).slice(0, 2)).toEqual(['opened A', 'sound'])
  })

  it('opens the device anew after three failures', async () => {
    const stop = new AbortController()
    const host = new FakeHost(['A'], ['sound', 'silence', 'silence', 'silence', 'sound'], stop)
    const events = await listen(host, stop)
    expect(host.opened).toEqual(['A', 'A'])
    expect(events.slice(0, 6)).toEqual(['opened A', 'sound', 'lost', 'waiting', 'opened A', 'sound'])
  })

  it('waits longer and longer for a device that is not there, and takes it when it comes', async () => {
    const stop = new AbortController()
    const host = new FakeHost([], ['sound'], stop)
    const waits: number[] = []
    const events = await listen(host, stop, 'A', (ms) => {
      waits.push(ms)
      if (waits.length === 6) host.present = ['A']
    })
    expect(waits.slice(0, 6)).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000])
    expect(events.slice(0, 4)).toEqual(['lost', 'waiting', 'opened A', 'sound'])
  })

  it('uses the default device in place of a missing one and goes back when it returns', async () => {
    const stop = new AbortController()
    const host = new FakeHost(['B'], new Array<Read>(1_100).fill('sound'), stop)
    host.onRead = (count) => {
      if (count === 700) host.present = ['B', 'A']
    }
    await listen(host, stop, 'A')
    expect(host.opened.slice(0, 2)).toEqual(['B', 'A'])
  })

  it('ends at once when stopped while it waits', async () => {
    const stop = new AbortController()
    const host = new FakeHost([], [], stop)
    const source = new MicrophoneSource(null, host).events(stop.signal)
    expect((await source.next()).value).toEqual({ type: 'lost' })
    const next = source.next()
    stop.abort()
    expect((await next).done).toBe(true)
  })
})
