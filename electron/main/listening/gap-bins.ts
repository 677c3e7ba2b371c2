import { BIN_MS, type SpeechBin, ZERO_ESTIMATE, zeroSoundMs } from '../../../common/listening/metrics'

/** Bins that say "nothing was heard here" for a stretch in which no listener ran, cut at the 5-minute grid. UTC milliseconds. */
export function gapBins(startedAt: number, endedAt: number): readonly SpeechBin[] {
  const bins: SpeechBin[] = []
  for (let from = startedAt; from < endedAt; ) {
    const to = Math.min((Math.floor(from / BIN_MS) + 1) * BIN_MS, endedAt)
    bins.push({
      startedAt: from,
      endedAt: to,
      listenedMs: 0,
      gapMs: to - from,
      soundMs: zeroSoundMs(),
      adultWords: ZERO_ESTIMATE,
      childVocalizations: ZERO_ESTIMATE,
      conversationalTurns: ZERO_ESTIMATE,
      levelMeanDbfs: null,
      levelP90Dbfs: null,
    })
    from = to
  }
  return bins
}
