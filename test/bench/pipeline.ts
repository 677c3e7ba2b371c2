import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { analyseChunks, measureVadMs } from '../../electron/listener/analyse-buffer'
import { FileSource } from '../../electron/listener/sources/file-source'
import { SileroVad } from '../../electron/listener/vad/silero-vad'
import { makeScene } from '../../tools/scene/make-scene.mjs'
import { type Measurement, measurement } from './results'

const MINUTES = 10
const VAD_FRAMES = 2_000
const MEMORY_SAMPLE_MS = 50

/** The listening pipeline on ten minutes of a made home scene. Its memory is that of the whole process: measure it first. */
export async function benchPipeline(modelsFolder: string): Promise<readonly Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'wondernest-bench-'))
  const vad = await SileroVad.open(modelsFolder)
  try {
    const { wav } = await makeScene({ seconds: MINUTES * 60, seed: 3, out: folder })
    let highestBytes = 0
    const watch = setInterval(() => {
      highestBytes = Math.max(highestBytes, process.memoryUsage().rss)
    }, MEMORY_SAMPLE_MS)
    const analysis = await analyseChunks(soundOf(new FileSource(wav)), { vad })
    clearInterval(watch)
    return [
      measurement('pipeline: real-time factor, 10 min of sound', '×', analysis.realTimeFactor, 0.05),
      measurement('pipeline: peak memory of the process', 'MB', highestBytes / 1e6, 250),
      measurement('voice activity: mean per 32 ms frame', 'ms', await measureVadMs(vad, VAD_FRAMES)),
    ]
  } finally {
    await vad.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function* soundOf(source: FileSource): AsyncGenerator<Float32Array, void, undefined> {
  for await (const event of source.events(new AbortController().signal)) {
    if (event.type === 'sound') yield event.samples
  }
}
