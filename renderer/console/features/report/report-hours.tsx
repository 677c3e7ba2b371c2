import { useTranslation } from 'react-i18next'
import type { SpeechBin } from '../../../../common/listening/metrics'
import type { Voice } from '../../../ui/charts/voices'
import type { Format } from '../../format/format'
import { type HourRow, hourRows } from '../today/hour-rows'
import { METRICS } from '../today/metrics'
import { voiceColumns } from '../today/ribbon-texts'

export interface ReportHoursProps {
  readonly bins: readonly SpeechBin[]
  readonly dayStartsAt: number
  readonly childName: string
  readonly format: Format
}

/** The voices that a sheet's width holds; the picture above has them all. */
const PRINTED: readonly Voice[] = ['child', 'women', 'men', 'electronic']
/** More hours than this stand in two narrower tables side by side, so that a day of 25 hours fits the sheet. */
const ONE_TABLE = 12

export function ReportHours({ bins, dayStartsAt, childName, format }: ReportHoursProps) {
  const rows = hourRows(bins, dayStartsAt)
  if (rows.length <= ONE_TABLE) return <Hours rows={rows} voices={PRINTED} childName={childName} format={format} />
  const half = Math.ceil(rows.length / 2)
  return (
    <div className="report-halves grid grid-cols-2 gap-6">
      <Hours rows={rows.slice(0, half)} voices={[]} childName={childName} format={format} />
      <Hours rows={rows.slice(half)} voices={[]} childName={childName} format={format} />
    </div>
  )
}

interface HoursProps {
  readonly rows: readonly HourRow[]
  readonly voices: readonly Voice[]
  readonly childName: string
  readonly format: Format
}

function Hours({ rows, voices, childName, format }: HoursProps) {
  const { t } = useTranslation('speech')
  const columns = voiceColumns(t, childName).filter(({ voice }) => voices.includes(voice))
  const time = (ms: number) => (ms < 500 ? '–' : format.duration(ms))
  const heads = [
    t('table.hour'),
    t('table.listened'),
    t('table.missed'),
    ...METRICS.map((metric) => t(`metrics.${metric}`)),
    ...columns.map(({ name }) => name),
  ]
  return (
    <table className="self-start">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.startsAt}>
            <th scope="row">{format.clock(row.startsAt)}</th>
            <td>{time(row.listenedMs)}</td>
            <td>{time(row.gapMs)}</td>
            {METRICS.map((metric) => (
              <td key={metric}>{format.about(row[metric])}</td>
            ))}
            {columns.map(({ voice }) => (
              <td key={voice}>{time(row.voicesMs[voice])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
