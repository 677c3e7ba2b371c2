import { useTranslation } from 'react-i18next'
import type { SpeechBin } from '../../../../common/listening/metrics'
import { useFormat } from '../../format/use-format'
import type { Subject } from './children-counted'
import { hourRows } from './hour-rows'
import { METRICS } from './metrics'
import { soundColumns } from './sound-columns'

export interface HourTableProps {
  readonly bins: readonly SpeechBin[]
  readonly dayStartsAt: number
  readonly subject: Subject
}

/** The ribbon as a table, by the hour. */
export function HourTable({ bins, dayStartsAt, subject }: HourTableProps) {
  const { t } = useTranslation('speech')
  const format = useFormat()
  const rows = hourRows(bins, dayStartsAt)
  const columns = soundColumns(t, subject, rows)
  const heads = [
    t('table.hour'),
    t('table.listened'),
    t('table.missed'),
    ...METRICS.map((metric) => t(`metrics.${metric}`)),
    ...columns.map(({ name }) => name),
  ]
  const time = (ms: number) => (ms < 500 ? '–' : format.duration(ms))
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('table.caption')}>
      <table className="w-full border-collapse text-end text-sm">
        <caption className="sr-only">{t('table.caption')}</caption>
        <thead>
          <tr className="border-b border-line align-bottom text-ink-soft">
            {heads.map((name, index) => (
              <th key={name} scope="col" className={index === 0 ? 'py-2 pe-3 text-start font-semibold' : 'px-2 py-2 font-semibold'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.startsAt} className="border-b border-line">
              <th scope="row" className="py-1.5 pe-3 text-start font-normal whitespace-nowrap">
                {format.clock(row.startsAt)}
              </th>
              <td className="px-2 whitespace-nowrap">{time(row.listenedMs)}</td>
              <td className="px-2 whitespace-nowrap">{time(row.gapMs)}</td>
              {METRICS.map((metric) => (
                <td key={metric} className="px-2 whitespace-nowrap">
                  {format.about(row[metric].value)}
                  <span className="ps-2 text-ink-soft">{format.range(row[metric])}</span>
                </td>
              ))}
              {columns.map(({ key, ms }) => (
                <td key={key} className="px-2 whitespace-nowrap">
                  {time(ms(row.soundMs))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
