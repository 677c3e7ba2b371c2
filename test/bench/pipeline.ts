import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { analyseBuffer, analyseChunks, measureVadMs } from '../../electron/listener/analyse-buffer'
import { FileSource } from '../../electron/listener/sources/file-source'
import { BLOCK_SAMPLES, VoiceTypesModel } from '../../electron/listener/typing/voice-types-model'
import { SileroVad } from '../../electron/listener/vad/silero-vad'
import { makeScene } from '../../tools/scene/make-scene.mjs'
import { type Measurement, measurement } from './results'

const MINUTES = 10
const VAD_FRAMES = 2_000
const MODEL_RUNS = 200
const QUIET_SECONDS = 120
const SAMPLE_RATE = 16_000
const MEMORY_SAMPLE_MS = 50

/** The listening pipeline on ten minutes of a made home scene and on a quiet room. Its memory is that of the whole process: measure it first. */
export async function benchPipeline(modelsFolder: string): Promise<readonly Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'wondernest-bench-'))
  const vad = await SileroVad.open(modelsFolder)
  const voices = await VoiceTypesModel.open(modelsFolder)
  try {
    const { wav } = await makeScene({ seconds: MINUTES * 60, seed: 3, out: folder })
    let highestBytes = 0
    const watch = setInterval(() => {
      highestBytes = Math.max(highestBytes, process.memoryUsage().rss)
    }, MEMORY_SAMPLE_MS)
    const analysis = await analyseChunks(soundOf(new FileSource(wav)), { vad, voices })
    clearInterval(watch)
    const baseline = await analyseChunks(soundOf(new FileSource(wav)), { vad, voices: null })
    const quiet = await analyseBuffer(quietRoom(), { vad, voices })
    return [
      measurement('pipeline: real-time factor, 10 min of sound', '×', analysis.realTimeFactor, 0.02),
      measurement('pipeline: real-time factor, quiet room', '×', quiet.realTimeFactor, 0.02),
      measurement('pipeline: real-time factor, acoustic baseline', '×', baseline.realTimeFactor),
      measurement('pipeline: peak memory of the process', 'MB', highestBytes / 1e6, 250),
      measurement('voice activity: mean per 32 ms frame', 'ms', await measureVadMs(vad, VAD_FRAMES)),
      measurement('voice types: mean per 0.5 s', 'ms', await measureModelMs(voices)),
    ]
  } finally {
    await vad.close()
    await voices.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Faint noise, the same every time. */
function quietRoom(): Float32Array {
  return Float32Array.from({ length: QUIET_SECONDS * SAMPLE_RATE }, (_, i) => 0.001 * Math.sin(i * i))
}

async function measureModelMs(voices: VoiceTypesModel): Promise<number> {
  voices.block.set(quietRoom().subarray(0, BLOCK_SAMPLES))
  const startedAt = performance.now()
  for (let run = 0; run < MODEL_RUNS; run++) await voices.run()
  return (performance.now() - startedAt) / MODEL_RUNS
}

async function* soundOf(source: FileSource): AsyncGenerator<Float32Array, void, undefined> {
  for await (const event of source.events(new AbortController().signal)) {
    if (event.type === 'sound') yield event.samples
  }
}
