import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HeatMap } from '../../../ui/charts/heat-map'
import { Skeleton } from '../../../ui/skeleton'
import { useCall } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { ChartHeading } from '../../chart-heading'
import { useFormat } from '../../format/use-format'
import { daysBetween } from '../today/local-day'
import { heatTable, hoursOfDay } from './heat-values'

/** Every third hour is named; more would not fit a small window. */
const NAMED_EVERY = 3

export interface HeatSectionProps {
  readonly childId: string
  readonly from: string
  readonly to: string
}

/** When in the day there is talk: adult words for each hour of listening, day by day. */
export function HeatSection({ childId, from, to }: HeatSectionProps) {
  const { t } = useTranslation(['language', 'speech'])
  const format = useFormat()
  const [asTable, setAsTable] = useState(false)
  const hours = useCall('speech.hours', [{ childId, from, to }])
  const settings = useCall('settings.get', [])
  const failed = hours.error ?? settings.error
  if (failed !== null) return <CallErrorNote error={failed} />
  if (hours.data === undefined || settings.data === undefined) return <Skeleton className="h-72 w-full" />

  const days = daysBetween(from, to)
  const clockHours = hoursOfDay(settings.data.dayStartMinute)
  const { values, ranges, listenedMs } = heatTable(hours.data, days, clockHours)
  const highest = Math.max(0, ...values.flat().map((value) => value ?? 0))
  const name = t('heatName', { from: format.day(from, 'short'), to: format.day(to, 'short') })
  const rows = days.map((day) => ({
    key: day,
    name: format.day(day, 'long'),
    label: `${format.day(day, 'weekday')} ${format.day(day, 'short')}`,
  }))
  const columns = clockHours.map((hour, index) => {
    const clock = format.clockMinute(hour * 60)
    return { key: String(hour), name: clock, label: index % NAMED_EVERY === 0 ? clock : '' }
  })

  function describe(row: number, column: number): string {
    const words = ranges[row]?.[column] ?? null
    const ms = listenedMs[row]?.[column] ?? 0
    const at = { day: rows[row]?.name, hour: columns[column]?.name }
    if (ms === 0) return t('heatNone', at)
    const listened = format.duration(ms)
    return words === null
      ? t('heatLittle', { ...at, listened })
      : t('heatCell', { ...at, listened, value: format.about(words.value), range: format.range(words) })
  }

  return (
    <section aria-labelledby="heat-title" className="flex flex-col gap-4">
      <ChartHeading id="heat-title" title={t('heatTitle')} asTable={asTable} onToggle={setAsTable} />
      {asTable ? (
        <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('table.heat')}>
          <table className="text-end text-sm">
            <caption className="sr-only">{name}</caption>
            <thead>
              <tr className="border-b border-line text-ink-soft">
                <th scope="col" className="py-2 pe-3 text-start font-semibold">
                  {t('table.day', { ns: 'speech' })}
                </th>
                {columns.map((column) => (
                  <th key={column.key} scope="col" className="px-2 font-normal whitespace-nowrap">
                    {column.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, rowIndex) => (
                <tr key={row.key} className="border-b border-line">
                  <th scope="row" className="py-1.5 pe-3 text-start font-normal whitespace-nowrap">
                    {row.label}
                  </th>
                  {columns.map((column, columnIndex) => {
                    const value = values[rowIndex]?.[columnIndex] ?? null
                    return (
                      <td key={column.key} className="px-2">
                        {value === null ? '–' : format.about(value)}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <HeatMap
          name={name}
          hint={t('heatHint', { top: format.about(highest) })}
          corner={t('table.day', { ns: 'speech' })}
          rows={rows}
          columns={columns}
          values={values}
          describe={describe}
        />
      )}
    </section>
  )
}
