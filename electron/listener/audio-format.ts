/** The one format everything after a source works in: mono, 16 kHz, samples in [-1, 1], frames of 32 ms. */
export const SAMPLE_RATE = 16_000
export const FRAME_SAMPLES = 512
export const FRAME_MS = (FRAME_SAMPLES * 1000) / SAMPLE_RATE

/** Level given to digital silence: below anything a 16-bit recording can hold (-90.3 dBFS for one step). */
export const FLOOR_DBFS = -100

/** Decibels relative to full scale of a mean-square amplitude, never below {@link FLOOR_DBFS}. */
export function meanSquareToDbfs(meanSquare: number): number {
  return meanSquare > 1e-10 ? Math.max(FLOOR_DBFS, 10 * Math.log10(meanSquare)) : FLOOR_DBFS
}

/** The mean-square amplitude of a level in dBFS. */
export function dbfsToMeanSquare(levelDbfs: number): number {
  return 10 ** (levelDbfs / 10)
}
