import { PvRecorder } from '@picovoice/pvrecorder-node'
import { FRAME_SAMPLES } from '../audio-format'

/** An open recording device. */
export interface Recorder {
  readonly deviceName: string
  /** The next frame of 512 samples. Rejects when no data comes for a while or the device is gone. */
  read(): Promise<Int16Array>
  close(): void
}

/** The computer's recording devices. */
export interface RecorderHost {
  devices(): readonly string[]
  /** Opens the named device, or the system's default when null or when there is no such device. Throws when it cannot. */
  open(deviceName: string | null): Recorder
}

const DEFAULT_DEVICE = -1
/** Sound kept by the driver while this process is busy, frames: 1.6 s. */
const BUFFERED_FRAMES = 50

/**
 * The driver's read waits for a frame by waking every two milliseconds. Asking only when a frame is nearly due saves most of
 * these wake-ups, and leaves the process free for messages meanwhile. A frame that is there at once means that more may
 * be waiting: then the next is asked for without delay.
 */
const REST_MS = 24
const AT_ONCE_MS = 1

function restfulReader(recorder: PvRecorder): () => Promise<Int16Array> {
  let behind = true
  return async () => {
    if (!behind) await new Promise((resolve) => setTimeout(resolve, REST_MS))
    const askedAt = performance.now()
    behind = true
    const frame = await recorder.read()
    behind = performance.now() - askedAt < AT_ONCE_MS
    return frame
  }
}

/** PvRecorder (miniaudio inside): 16 kHz, mono, 16 bit on every system. */
export const pvRecorderHost: RecorderHost = {
  devices: () => PvRecorder.getAvailableDevices(),
  open: (deviceName) => {
    const index = deviceName === null ? DEFAULT_DEVICE : PvRecorder.getAvailableDevices().indexOf(deviceName)
    const recorder = new PvRecorder(FRAME_SAMPLES, index, BUFFERED_FRAMES)
    try {
      recorder.start()
    } catch (error) {
      recorder.release()
      throw error
    }
    return {
      deviceName: recorder.getSelectedDevice(),
      read: restfulReader(recorder),
      close: () => {
        recorder.release()
      },
    }
  },
}
