import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TrendChart } from '../../../ui/charts/trend-chart'
import { ChartHeading } from '../../chart-heading'
import { useFormat } from '../../format/use-format'
import { METRICS, type Metric } from '../today/metrics'
import { periodNames } from './period-names'
import type { Step } from './period-range'
import { type ListenedPeriod, perListenedDay } from './trend-points'

export interface TrendSectionProps {
  readonly step: Step
  readonly periods: readonly ListenedPeriod[]
}

/** The three measures over time, words large, as pictures or as one table. */
export function TrendSection({ step, periods }: TrendSectionProps) {
  const { t, i18n } = useTranslation(['language', 'speech'])
  const format = useFormat()
  const names = periodNames(i18n.language, step)
  const [asTable, setAsTable] = useState(false)
  const short = periods.filter((period) => period.short).length

  function describe(period: ListenedPeriod | undefined, metric: Metric): string {
    if (period === undefined) return ''
    const estimate = perListenedDay(period, metric)
    if (estimate === null || period.totals === null) return t('pointNone', { period: names.full(period) })
    const key = step === 'day' ? (period.short ? 'pointShort' : 'pointDay') : period.short ? 'pointManyShort' : 'pointMany'
    return t(key, {
      period: names.full(period),
      value: format.about(estimate.value),
      range: format.range(estimate),
      listened: format.duration(period.totals.listenedMs),
      days: t('days', { count: period.daysListened }),
    })
  }

  const chart = (metric: Metric, height: number) => (
    <div key={metric} className="min-w-0">
      <h3 className="mb-1 font-semibold">
        {t(`metrics.${metric}`, { ns: 'speech' })}{' '}
        <span className="font-normal text-ink-soft">{t(step === 'day' ? 'perDay' : 'perListenedDay')}</span>
      </h3>
      <TrendChart
        name={t(`metrics.${metric}`, { ns: 'speech' })}
        hint={t(metric === 'adultWords' ? 'trendHint' : 'trendHintShort')}
        height={height}
        number={format.number}
        describe={(index) => describe(periods[index], metric)}
        points={periods.map((period) => ({
          key: period.startsOn,
          label: names.short(period),
          estimate: perListenedDay(period, metric),
          short: period.short,
        }))}
      />
    </div>
  )

  return (
    <section aria-labelledby="trend-title" className="flex flex-col gap-4">
      <ChartHeading id="trend-title" title={t('trendTitle')} asTable={asTable} onToggle={setAsTable} />
      {short > 0 && <p className="max-w-3xl text-ink-soft">{t('shortNote', { count: short })}</p>}
      {asTable ? (
        <TrendTable periods={periods} name={names.full} />
      ) : (
        <>
          {chart('adultWords', 260)}
          <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">{METRICS.slice(1).map((metric) => chart(metric, 170))}</div>
        </>
      )}
    </section>
  )
}

function TrendTable({ periods, name }: { readonly periods: readonly ListenedPeriod[]; readonly name: (period: ListenedPeriod) => string }) {
  const { t } = useTranslation(['language', 'speech'])
  const format = useFormat()
  const heads = [t('table.period'), t('table.days'), t('table.listened'), ...METRICS.map((metric) => t(`metrics.${metric}`, { ns: 'speech' }))]
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('table.trend')}>
      <table className="w-full text-end text-base">
        <caption className="sr-only">{t('table.trend')}</caption>
        <thead>
          <tr className="border-b border-line text-ink-soft">
            {heads.map((head, index) => (
              <th key={head} scope="col" className={index === 0 ? 'py-2 text-start font-semibold' : 'px-3 py-2 font-semibold'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <tr key={period.startsOn} className="border-b border-line">
              <th scope="row" className="py-2 text-start font-normal">
                {name(period)}
              </th>
              <td className="px-3">{period.daysListened}</td>
              <td className="px-3">{period.totals === null ? '–' : format.duration(period.totals.listenedMs)}</td>
              {METRICS.map((metric) => {
                const estimate = perListenedDay(period, metric)
                return (
                  <td key={metric} className="px-3 whitespace-nowrap">
                    {estimate === null ? '–' : format.about(estimate.value)}
                    {estimate !== null && <span className="ps-2 text-sm text-ink-soft">{format.range(estimate)}</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
