/*
 * What wakes the model. Generous, because a run too many costs a millisecond or two and a voice not heard is lost: with these
 * values it slept through no voice of 12 development scenes, with 5 dB through 0.7 % of the women's.
 */
const WAKES_FROM_PROBABILITY = 0.1
const WAKES_FROM_ABOVE_FLOOR_DB = 3
/** Fainter sound is a converter's own noise, dBFS. */
const FAINTEST_DBFS = -75

/** Whether a frame of 32 ms holds anything that could be a voice or a machine. */
export function isSound(speechProbability: number, levelDbfs: number, aboveFloorDb: number): boolean {
  return (
    speechProbability >= WAKES_FROM_PROBABILITY ||
    (levelDbfs > FAINTEST_DBFS && aboveFloorDb >= WAKES_FROM_ABOVE_FLOOR_DB)
  )
}
