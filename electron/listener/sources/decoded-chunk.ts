/** A decoded stretch of a sound file at the file's own rate. */
export interface DecodedChunk {
  readonly sampleRate: number
  /** All channels mixed, samples in [-1, 1]. */
  readonly mono: Float32Array
}

/** Mixes the first `length` samples of all channels to mono in [-1, 1]; values that are not finite become 0. */
export function mixed(channels: readonly Float32Array[], length: number, gain = 1): Float32Array {
  const factor = gain / Math.max(1, channels.length)
  return Float32Array.from({ length }, (_, index) => {
    let sum = 0
    for (const channel of channels) sum += channel[index] ?? 0
    const value = sum * factor
    return Number.isFinite(value) ? Math.min(1, Math.max(-1, value)) : 0
  })
}
