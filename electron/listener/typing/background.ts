/** Sound that is no voice counts as noise when it is this much above the room's level, dB, and not very faint. */
const NOISE_ABOVE_FLOOR_DB = 8
const AUDIBLE_DBFS = -60

/** Whether sound can be heard at all. */
export function isAudible(levelDbfs: number): boolean {
  return levelDbfs > AUDIBLE_DBFS
}

/** What a stretch without a voice or a machine is. Levels are means over the stretch. */
export function backgroundType(levelDbfs: number, aboveFloorDb: number): 'NOI' | 'SIL' {
  return isAudible(levelDbfs) && aboveFloorDb > NOISE_ABOVE_FLOOR_DB ? 'NOI' : 'SIL'
}
