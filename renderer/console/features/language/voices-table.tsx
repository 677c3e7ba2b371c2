import { useTranslation } from 'react-i18next'
import type { SoundMs } from '../../../../common/listening/metrics'
import { useFormat } from '../../format/use-format'
import type { Subject } from '../today/children-counted'
import { soundColumns } from '../today/sound-columns'

export interface VoicesTableProps {
  readonly rows: readonly { readonly key: string; readonly name: string; readonly soundMs: SoundMs | null }[]
  readonly subject: Subject
}

/** Each sound's time in an hour of listening, period by period. */
export function VoicesTable({ rows, subject }: VoicesTableProps) {
  const { t } = useTranslation(['language', 'speech'])
  const { t: speech } = useTranslation('speech')
  const format = useFormat()
  const columns = soundColumns(speech, subject, rows.flatMap(({ soundMs }) => (soundMs === null ? [] : [{ soundMs }])))
  const time = (ms: number) => (ms < 500 ? '–' : format.duration(ms))
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('voicesName')}>
      <table className="w-full text-end text-base">
        <caption className="sr-only">{t('voicesName')}</caption>
        <thead>
          <tr className="border-b border-line align-bottom text-ink-soft">
            <th scope="col" className="py-2 text-start font-semibold">
              {t('table.period')}
            </th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col" className="px-3 py-2 font-semibold">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, soundMs }) => (
            <tr key={key} className="border-b border-line">
              <th scope="row" className="py-2 text-start font-normal">
                {name}
              </th>
              {columns.map((column) => (
                <td key={column.key} className="px-3 whitespace-nowrap">
                  {soundMs === null ? '–' : time(column.ms(soundMs))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
