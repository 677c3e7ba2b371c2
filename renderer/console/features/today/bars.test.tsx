import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { zeroSoundMs } from '../../../../common/listening/metrics'
import { createFormat } from '../../format/format'
import { startI18n } from '../../i18n'
import { ChildTimeBar } from './child-time-bar'
import type { ChildrenCounted } from './children-counted'
import { FallbackNote } from './fallback-note'
import { SharesBar } from './shares-bar'

const format = createFormat('en', 'UTC')
const MINUTE = 60_000
const day = { ...zeroSoundMs(), KCHI: 12 * MINUTE, CRY: 6 * MINUTE, LAU: 2 * MINUTE, FEM: 40 * MINUTE, NOI: 20 * MINUTE, SIL: 120 * MINUTE }

function markupOf(element: ReactElement): string {
  return renderToStaticMarkup(<I18nextProvider i18n={startI18n('en')}>{element}</I18nextProvider>)
}

function read(element: ReactElement): string {
  return markupOf(element).replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ')
}

describe('what could be heard', () => {
  it('is told in shares and in time, leaving out what was not heard', () => {
    const text = read(<SharesBar soundMs={day} format={format} />)
    expect(text).toContain('30% of the time somebody talked, 60% was quiet')
    expect(text).toContain('Children 10%, 20 min Women 20%, 40 min Other sounds 10%, 20 min Quiet 60%, 2 h')
    expect(text).not.toContain('Men 0%')
  })

  it('does not speak by colour alone: each part is named in a list that can be read out', () => {
    const markup = markupOf(<SharesBar soundMs={day} format={format} />)
    expect(markup).toMatch(/<ul aria-label="Shares of the time listened"/)
    expect(markup.match(/<li/g)).toHaveLength(4)
  })
})

describe('how the child sounded', () => {
  const barOf = (soundMs: typeof day, counted: ChildrenCounted) =>
    read(<ChildTimeBar soundMs={soundMs} subject={{ counted, childName: 'Emma' }} format={format} />)

  it('divides an only child’s time', () => {
    const text = barOf(day, 'one')
    expect(text).toContain('Of 20 min in which Emma could be heard, 30% was crying and 10% laughing')
    expect(text).toContain('Like speech 60%, 12 min Crying 30%, 6 min Laughing 10%, 2 min')
    expect(text).not.toContain('any child')
  })

  it('speaks of the children where they are counted together', () => {
    const text = barOf(day, 'all')
    expect(text).toContain('in which the children could be heard')
    expect(text).not.toContain('Emma')
  })

  it('says how much is not sure where voices are told apart, even when the child was hardly heard', () => {
    expect(barOf({ ...day, CHI: 3 * MINUTE, OCH: 15 * MINUTE }, 'enrolled')).toContain('10% of the children’s voices could not be told apart; Emma’s numbers leave them out.')
    const text = barOf({ ...zeroSoundMs(), CHI: 5 * MINUTE }, 'enrolled')
    expect(text).toContain('Too little of Emma could be heard')
    expect(text).toContain('100% of the children’s voices')
  })
})

it('on paper says only what the named parts do not', () => {
  const paper = read(<ChildTimeBar soundMs={day} subject={{ counted: 'all', childName: 'Emma' }} format={format} brief />)
  expect(paper).toContain('Crying 30%, 6 min')
  expect(paper).toContain('may be any child’s')
  expect(paper).not.toContain('Of 20 min')
  expect(read(<SharesBar soundMs={day} format={format} brief />)).not.toContain('somebody talked')
})

it('a fallback is told: that the numbers are rougher, why, and what helps', () => {
  const text = read(<FallbackNote />)
  for (const part of ['rougher than usual', 'could not be opened', 'Install WonderNest again']) expect(text).toContain(part)
})
