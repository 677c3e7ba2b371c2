import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import type { Language } from '../../../../common/household'
import type { ResultsRow } from '../../../../models/evaluation/results-schema'
import { createFormat } from '../../format/format'
import { startI18n } from '../../i18n'
import type { MeasuredAccuracy } from './measured-accuracy'
import { MeasuredSection } from './measured-section'

const used: ResultsRow = {
  kind: 'model',
  name: 'made up',
  inApp: true,
  macroF1: 0.7,
  classes: { FEM: { f1: 0.82, precision: 0.84, recall: 0.81 }, CRY: { f1: 0.2, precision: 0.6, recall: 0.12 } },
  counts: { adultWords: { medianRelativeError: 0.25, bias: -0.1, r: 0.9, coverage: 0.78 } },
  realTimeFactor: 0.01,
  memoryMib: null,
}
const simple: ResultsRow = { ...used, kind: 'baseline', inApp: false, classes: { FEM: { f1: 0.5, precision: 0.55, recall: 0.46 } } }
const measured: MeasuredAccuracy = { scenes: 60, seconds: 10_800, used, simple }

/** The section's text as read from top to bottom. */
function read(language: Language, accuracy: MeasuredAccuracy, isFallback = false): string {
  const markup = renderToStaticMarkup(
    <I18nextProvider i18n={startI18n(language)}>
      <MeasuredSection measured={accuracy} isFallback={isFallback} format={createFormat(language, 'UTC')} />
    </I18nextProvider>,
  )
  return markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ')
}

describe('how well it hears', () => {
  it('is said in plain words made from the figures', () => {
    const text = read('en', measured)
    expect(text).toContain('on 60 scenes of a home, 3 h together')
    expect(text).toContain('Of 100 seconds in which a woman speaks, it finds 81; of 100 seconds that it calls a woman’s, 84 are.')
    expect(text).toContain('In half of the scenes the count was off by 25% or less. All together it counted 10% too few. Scenes with more nearly always got a higher count. In 8 of 10 scenes the range held the true count')
    expect(text).not.toContain('simple method, which counts here')
  })

  it('is said in Spanish too', () => {
    expect(read('es', measured)).toContain('De 100 segundos en que habla una mujer, encuentra 81; de 100 segundos que atribuye a una mujer, 84 lo son.')
  })

  it('stands beside the simple method, with a dash for what that does not tell', () => {
    const text = read('en', measured)
    expect(text).toContain('Women 81 84 46 55')
    expect(text).toContain('Crying 12 60 – –')
  })

  it('says so when the figures are the simple method’s', () => {
    const text = read('en', { ...measured, used: simple, simple: null }, true)
    expect(text).toContain('simple method, which counts here')
    expect(text).toContain('Women 46 55 ')
    expect(text).not.toContain('Simple method: found')
  })
})
