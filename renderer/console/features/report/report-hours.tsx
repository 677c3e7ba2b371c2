import { useTranslation } from 'react-i18next'
import type { SpeechBin } from '../../../../common/listening/metrics'
import type { Voice } from '../../../ui/charts/voices'
import type { Format } from '../../format/format'
import { hourRows } from '../today/hour-rows'
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

export function ReportHours({ bins, dayStartsAt, childName, format }: ReportHoursProps) {
  const { t } = useTranslation('speech')
  const columns = voiceColumns(t, childName).filter(({ voice }) => PRINTED.includes(voice))
  const time = (ms: number) => (ms < 500 ? '–' : format.duration(ms))
  const heads = [
    t('table.hour'),
    t('table.listened'),
    t('table.missed'),
    ...METRICS.map((metric) => t(`metrics.${metric}`)),
    ...columns.map(({ name }) => name),
  ]
  return (
    <table>
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
        {hourRows(bins, dayStartsAt).map((row) => (
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
