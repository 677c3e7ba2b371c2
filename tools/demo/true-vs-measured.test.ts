import { describe, expect, it } from 'vitest'
import { type SpeechTotals, ZERO_ESTIMATE, zeroSoundMs } from '../../common/listening/metrics'
import { compare, formatTable, measuredBy, somethingWasHeard } from './true-vs-measured'

const truth = { seconds: 180, label_seconds: { FEM: 60.25, KCHI: 30 }, adult_words: 150, child_vocalizations: 12, conversational_turns: 9 }
const measured: SpeechTotals = {
  listenedMs: 181_000,
  gapMs: 0,
  soundMs: { ...zeroSoundMs(), FEM: 55_400, MAL: 3_000, CHI: 4_000, SIL: 118_600 },
  adultWords: { value: 140, low: 100, high: 190 },
  childVocalizations: { value: 10, low: 7, high: 13 },
  conversationalTurns: ZERO_ESTIMATE,
  levelMeanDbfs: -40,
  levelP90Dbfs: -30,
}

describe('true vs measured', () => {
  it('sets every true and every measured quantity side by side', () => {
    expect(compare(truth, measured).map(({ name, truth: is, measured: was }) => [name, is, was])).toEqual([
      ['listened (s)', 180, 181],
      ['any child (s)', 30, 4],
      ['key child (s)', 30, 0],
      ['child, not known which (s)', 0, 4],
      ['women (s)', 60.25, 55.4],
      ['men (s)', 0, 3],
      ['silence (s)', 0, 118.6],
      ['adult words', 150, 140],
      ['child vocalisations', 12, 10],
      ['conversational turns', 9, 0],
    ])
  })

  it('prints aligned columns with the intervals', () => {
    const lines = formatTable(compare(truth, measured)).split('\n')
    expect(lines).toContain('adult words                  150       140      100 – 190')
    expect(lines[2]).toBe('listened (s)                 180       181')
  })

  it('names what measured', () => {
    expect(measuredBy({ typer: 'voice-types', childrenCounted: 'one' })).toBe('the trained model (models/voice-types); a child’s voice is the key child’s unless it sounds eight or older')
    expect(measuredBy({ typer: null, childrenCounted: null })).toBe('nothing: no listener ran')
  })

  it('is heard only when time, voices and words are there', () => {
    expect(somethingWasHeard(measured)).toBe(true)
    expect(somethingWasHeard({ ...measured, adultWords: ZERO_ESTIMATE })).toBe(false)
    expect(somethingWasHeard({ ...measured, soundMs: { ...zeroSoundMs(), SIL: 181_000 } })).toBe(false)
    expect(somethingWasHeard({ ...measured, listenedMs: 0 })).toBe(false)
  })
})
