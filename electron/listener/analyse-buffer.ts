import type { SpeechBin } from '../../common/listening/metrics'
import { type Segment, soundsLike } from '../../common/listening/voice'
import { FRAME_SAMPLES } from './audio-format'
import { ListeningPipeline, type PipelineParts } from './pipeline'

export interface Analysis {
  /** Seconds analysed: whole frames of 32 ms, so up to 32 ms less than the sound. */
  readonly seconds: number
  /** They follow each other and cover all of `seconds`; neighbours differ in what is heard. */
  readonly segments: readonly Segment[]
  readonly bins: readonly SpeechBin[]
  /** Seconds of computing per second of sound. */
  readonly realTimeFactor: number
}

/**
 * Analyses sound that arrives in chunks of any size, keeping none of it.
 * @param chunks mono samples at 16 kHz
 * @param streamStartedAt UTC milliseconds of the first sample; places the bins' borders
 */
export async function analyseChunks(
  chunks: AsyncIterable<Float32Array> | Iterable<Float32Array>,
  parts: PipelineParts,
  streamStartedAt = 0,
): Promise<Analysis> {
  const pipeline = new ListeningPipeline(parts, streamStartedAt)
  const frame = new Float32Array(FRAME_SAMPLES)
  const segments: Segment[] = []
  const bins: SpeechBin[] = []
  let filled = 0
  let computingMs = 0
  for await (const chunk of chunks) {
    const startedAt = performance.now()
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + FRAME_SAMPLES - filled)
      frame.set(part, filled)
      filled += part.length
      at += part.length
      if (filled < FRAME_SAMPLES) break
      filled = 0
      const decided = await pipeline.push(frame)
      addJoined(segments, decided.segments)
      bins.push(...decided.completeBins)
    }
    computingMs += performance.now() - startedAt
  }
  const startedAt = performance.now()
  const rest = await pipeline.finish()
  computingMs += performance.now() - startedAt
  addJoined(segments, rest.segments)
  bins.push(...rest.completeBins)
  frame.fill(0)
  const seconds = pipeline.positionMs / 1000
  return { seconds, segments, bins, realTimeFactor: seconds > 0 ? computingMs / (seconds * 1000) : 0 }
}

/** {@link analyseChunks} for sound that lies in memory: for tests and the benchmark. */
export function analyseBuffer(samples: Float32Array, parts: PipelineParts, streamStartedAt = 0): Promise<Analysis> {
  return analyseChunks([samples], parts, streamStartedAt)
}

/** How long one run of the voice activity model takes, ms: mean over `frames` frames of faint noise. For the benchmark. */
export async function measureVadMs(vad: PipelineParts['vad'], frames: number): Promise<number> {
  const audio = {
    latest: (target: Float32Array): void => {
      for (let i = 0; i < target.length; i++) target[i] = 0.01 * Math.sin(i * i)
    },
  }
  const startedAt = performance.now()
  for (let i = 0; i < frames; i++) await vad.probability(audio, 1)
  return (performance.now() - startedAt) / frames
}

function addJoined(segments: Segment[], more: readonly Segment[]): void {
  for (const segment of more) {
    const last = segments.at(-1)
    if (last?.endMs === segment.startMs && soundsLike(last, segment)) {
      segments[segments.length - 1] = { ...last, endMs: segment.endMs, levelDbfs: Math.max(last.levelDbfs, segment.levelDbfs) }
    } else {
      segments.push(segment)
    }
  }
}
