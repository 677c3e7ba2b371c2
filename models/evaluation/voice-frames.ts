import { FRAME_MS, FRAME_SAMPLES } from '../../electron/listener/audio-format'
import { FrameAnalyser } from '../../electron/listener/frame-analyser'
import { soundOf } from '../../electron/listener/cli/sound-files'
import { FileSource } from '../../electron/listener/sources/file-source'
import { isSound } from '../../electron/listener/typing/sound-gate'
import { VoiceStream } from '../../electron/listener/typing/voice-stream'
import type { VoiceTypesModel } from '../../electron/listener/typing/voice-types-model'
import { NoiseFloor } from '../../electron/listener/vad/noise-floor'
import type { VoiceActivityDetector } from '../../electron/listener/vad/silero-vad'

/** What the model says of 100 ms, before any decision. */
export interface HeardFrame {
  /** One for each of VOICE_CLASSES. */
  readonly probabilities: Float32Array
  readonly syllables: number
}

/**
 * What the trained model says of a sound file, frame by frame from its start, as the typer hears it (the model sleeps in
 * quiet). @throws SoundFileError
 */
export async function voiceFramesOf(path: string, vad: VoiceActivityDetector, model: VoiceTypesModel): Promise<readonly HeardFrame[]> {
  const analyser = new FrameAnalyser(vad, VoiceStream.windowSamples)
  const stream = new VoiceStream(model)
  const floor = new NoiseFloor()
  const frame = new Float32Array(FRAME_SAMPLES)
  const heard: HeardFrame[] = []
  let filled = 0
  let startMs = 0
  for await (const chunk of soundOf(new FileSource(path))) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + FRAME_SAMPLES - filled)
      frame.set(part, filled)
      filled += part.length
      at += part.length
      if (filled < FRAME_SAMPLES) break
      filled = 0
      const { speechProbability, loudness } = await analyser.analyse(frame, startMs)
      startMs += FRAME_MS
      const aboveFloorDb = loudness.levelDbfs - floor.next(loudness.levelDbfs)
      const voices = await stream.push(analyser.audio, isSound(speechProbability, loudness.levelDbfs, aboveFloorDb))
      heard.push(...voices.map(numbersOnly))
    }
  }
  heard.push(...(await stream.flush(analyser.audio)).map(numbersOnly))
  analyser.reset()
  return heard
}

/** A copy: the model may use its memory again. The embedding is not wanted here. */
function numbersOnly({ probabilities, syllables }: HeardFrame): HeardFrame {
  return { probabilities: probabilities.slice(), syllables }
}
