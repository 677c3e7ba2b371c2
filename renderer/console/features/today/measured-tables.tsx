import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Format } from '../../format/format'
import { type MeasuredAccuracy, type MeasuredCounting, biasWord, measuredCounting, measuredVoices } from './measured-accuracy'

export interface MeasuredTableProps {
  readonly measured: MeasuredAccuracy
  readonly format: Format
}

/** Both kinds of mistakes for each voice, beside those of the simple method. */
export function MeasuredVoices({ measured: { used, simple }, format }: MeasuredTableProps) {
  const { t } = useTranslation('today-how')
  const beside = simple === null ? null : measuredVoices(simple)
  const heads = [t('figures.voice'), t('figures.found'), t('figures.right')]
  return (
    <Figures caption={t('figures.voices')} heads={beside === null ? heads : [...heads, t('figures.simpleFound'), t('figures.simpleRight')]}>
      {measuredVoices(used).map(({ voice, found, right }) => {
        const other = beside?.find((row) => row.voice === voice)
        const cells = [found, right, ...(beside === null ? [] : [other?.found, other?.right])]
        return <Row key={voice} name={t(`voices.${voice}`)} cells={cells.map((value) => (value === undefined ? t('figures.none') : format.number(value)))} />
      })}
    </Figures>
  )
}

/** How far each count was off, and how often its range held. */
export function MeasuredCounts({ measured: { used, simple }, format }: MeasuredTableProps) {
  const { t } = useTranslation('today-how')
  const { t: speech } = useTranslation('speech')
  const beside = simple === null ? null : measuredCounting(simple)
  const heads = [t('figures.count'), t('figures.error'), t('figures.total'), t('figures.held')]
  const errorOf = (counting: MeasuredCounting | undefined) => (counting === undefined ? t('figures.none') : format.percent(counting.medianRelativeError))
  return (
    <Figures caption={t('figures.counts')} heads={beside === null ? heads : [...heads, t('figures.simpleError')]}>
      {measuredCounting(used).map((counting) => {
        const { count, bias, heldOfTen } = counting
        const cells = [errorOf(counting), `${SIGNS[biasWord(bias)]}${format.percent(Math.abs(bias))}`, heldOfTen === null ? t('figures.none') : format.number(heldOfTen)]
        const other = beside?.find((row) => row.count === count)
        return <Row key={count} name={speech(`metrics.${count}`)} cells={beside === null ? cells : [...cells, errorOf(other)]} />
      })}
    </Figures>
  )
}

const SIGNS = { more: '+', less: '−', even: '' } as const

interface FiguresProps {
  readonly caption: string
  readonly heads: readonly string[]
  readonly children: ReactNode
}

function Figures({ caption, heads, children }: FiguresProps) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
      <table className="w-full border-collapse text-end text-sm">
        <caption className="pb-1 text-start text-ink-soft">{caption}</caption>
        <thead>
          <tr className="border-b border-line align-bottom text-ink-soft">
            {heads.map((head, index) => (
              <th key={head} scope="col" className={index === 0 ? 'py-1 pe-3 text-start font-semibold' : 'px-2 py-1 font-semibold'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

function Row({ name, cells }: { readonly name: string; readonly cells: readonly string[] }) {
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-1 pe-3 text-start font-normal">
        {name}
      </th>
      {cells.map((cell, index) => (
        <td key={index} className="px-2 whitespace-nowrap">
          {cell}
        </td>
      ))}
    </tr>
  )
}
