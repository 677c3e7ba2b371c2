/*
 * What wakes the model. Generous: a run too many costs a millisecond, a voice not heard is lost.
 */
const WAKES_FROM_PROBABILITY = 0.1
const WAKES_FROM_ABOVE_FLOOR_DB = 5
/** Fainter sound is a converter's own noise, dBFS. */
const FAINTEST_DBFS = -75

/** Whether a frame of 32 ms holds anything that could be a voice or a machine. */
export function isSound(speechProbability: number, levelDbfs: number, aboveFloorDb: number): boolean {
  return (
    speechProbability >= WAKES_FROM_PROBABILITY ||
    (levelDbfs > FAINTEST_DBFS && aboveFloorDb >= WAKES_FROM_ABOVE_FLOOR_DB)
  )
}
