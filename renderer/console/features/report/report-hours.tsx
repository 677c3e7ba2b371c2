import { useTranslation } from 'react-i18next'
import type { SpeechBin } from '../../../../common/listening/metrics'
import type { Format } from '../../format/format'
import type { Subject } from '../today/children-counted'
import { type HourRow, hourRows } from '../today/hour-rows'
import { METRICS } from '../today/metrics'
import { type SoundColumn, soundColumns } from '../today/sound-columns'

export interface ReportHoursProps {
  readonly bins: readonly SpeechBin[]
  readonly dayStartsAt: number
  readonly subject: Subject
  readonly format: Format
}

/** The voices that a sheet's width holds; the picture above has them all. */
const PRINTED: readonly SoundColumn['key'][] = ['child', 'women', 'men', 'electronic']
/** More hours than this stand in two narrower tables side by side, so that a day of 25 hours fits the sheet. */
const ONE_TABLE = 12

export function ReportHours({ bins, dayStartsAt, subject, format }: ReportHoursProps) {
  const rows = hourRows(bins, dayStartsAt)
  if (rows.length <= ONE_TABLE) return <Hours rows={rows} voices={PRINTED} subject={subject} format={format} />
  const half = Math.ceil(rows.length / 2)
  return (
    <div className="report-halves grid grid-cols-2 gap-6">
      <Hours rows={rows.slice(0, half)} voices={[]} subject={subject} format={format} />
      <Hours rows={rows.slice(half)} voices={[]} subject={subject} format={format} />
    </div>
  )
}

interface HoursProps {
  readonly rows: readonly HourRow[]
  readonly voices: readonly SoundColumn['key'][]
  readonly subject: Subject
  readonly format: Format
}

function Hours({ rows, voices, subject, format }: HoursProps) {
  const { t } = useTranslation('speech')
  const columns = soundColumns(t, subject, rows).filter(({ key }) => voices.includes(key))
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
              <td key={metric}>{format.about(row[metric].value)}</td>
            ))}
            {columns.map(({ key, ms }) => (
              <td key={key}>{time(ms(row.soundMs))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
