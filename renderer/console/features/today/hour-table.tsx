import { useTranslation } from 'react-i18next'
import type { SpeechBin } from '../../../../common/listening/metrics'
import { useFormat } from '../../format/use-format'
import { hourRows } from './hour-rows'
import { METRICS } from './metrics'
import { voiceColumns } from './ribbon-texts'

export interface HourTableProps {
  readonly bins: readonly SpeechBin[]
  readonly dayStartsAt: number
  readonly childName: string
}

/** The ribbon as a table, by the hour. */
export function HourTable({ bins, dayStartsAt, childName }: HourTableProps) {
  const { t } = useTranslation('speech')
  const format = useFormat()
  const columns = voiceColumns(t, childName)
  const time = (ms: number) => (ms < 500 ? '–' : format.duration(ms))
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('table.caption')}>
      <table className="w-full border-collapse text-end text-sm">
        <caption className="sr-only">{t('table.caption')}</caption>
        <thead>
          <tr className="border-b border-line align-bottom text-ink-soft">
            {[t('table.hour'), t('table.listened'), t('table.missed'), ...columns.map(({ name }) => name), ...METRICS.map((metric) => t(`metrics.${metric}`))].map(
              (name, index) => (
                <th key={name} scope="col" className={index === 0 ? 'py-2 pe-3 text-start font-semibold' : 'px-2 py-2 font-semibold'}>
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {hourRows(bins, dayStartsAt).map((row) => (
            <tr key={row.startsAt} className="border-b border-line">
              <th scope="row" className="py-1.5 pe-3 text-start font-normal whitespace-nowrap">
                {format.clock(row.startsAt)}
              </th>
              <td className="px-2 whitespace-nowrap">{time(row.listenedMs)}</td>
              <td className="px-2 whitespace-nowrap">{time(row.gapMs)}</td>
              {columns.map(({ voice }) => (
                <td key={voice} className="px-2 whitespace-nowrap">
                  {time(row.voicesMs[voice])}
                </td>
              ))}
              {METRICS.map((metric) => (
                <td key={metric} className="px-2">
                  {format.about(row[metric])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
