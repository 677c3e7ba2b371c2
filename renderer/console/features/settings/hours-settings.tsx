import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { CallErrorNote } from '../../call-error-note'
import type { Format } from '../../format/format'
import { useFormat } from '../../format/use-format'
import { DayHoursDialog } from './day-hours-dialog'
import type { SettingsPartProps } from './use-save'
import { useSave } from './use-save'
import { DAY_MINUTES, type DayHours, copyToAll, withDay } from './week-hours'

/** The week's listening hours as seven lines; each can be changed on its own or given to all. */
export function HoursSettings({ settings }: SettingsPartProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { save, error } = useSave()
  const [editing, setEditing] = useState<number | null>(null)
  const week = settings.listening.hours
  const day = editing === null ? undefined : week[editing]

  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col">
        {week.map((hours, index) => (
          // The seven days keep their places.
          <li key={index} className="grid grid-cols-[7rem_1fr_auto] items-center gap-x-4 border-b border-line py-2 last:border-none">
            <span className="font-semibold first-letter:uppercase">{format.weekday(index)}</span>
            <span className="flex min-w-0 flex-col gap-1.5">
              <span className={hours.length === 0 ? 'text-ink-soft' : ''}>{hoursInWords(hours, format, { off: t('hours.off'), allDay: t('hours.allDay') })}</span>
              <HoursStrip hours={hours} />
            </span>
            <Button
              kind="quiet"
              small
              aria-label={t('hours.changeDay', { day: format.weekday(index) })}
              onClick={() => {
                setEditing(index)
              }}
            >
              <Pencil aria-hidden size={16} />
              {t('hours.change')}
            </Button>
          </li>
        ))}
      </ul>
      {error !== null && <CallErrorNote error={error} />}
      {editing !== null && day !== undefined && (
        <DayHoursDialog
          key={editing}
          title={t('hours.dialogTitle', { day: format.weekday(editing) })}
          hours={day}
          onClose={() => {
            setEditing(null)
          }}
          onSave={(changed, everyDay) => {
            const hours = everyDay ? copyToAll(changed) : withDay(week, editing, changed)
            save({ listening: { hours } }, { listening: { hours: week } })
            setEditing(null)
          }}
        />
      )}
    </div>
  )
}

function hoursInWords(hours: DayHours, format: Format, words: { readonly off: string; readonly allDay: string }): string {
  if (hours.length === 0) return words.off
  if (hours.some(({ startMinute, endMinute }) => startMinute === 0 && endMinute === DAY_MINUTES)) return words.allDay
  return hours.map(({ startMinute, endMinute }) => `${format.clockMinute(startMinute)}–${format.clockMinute(endMinute)}`).join(', ')
}

/** The day's 24 hours as a line, listening hours filled. The words beside it say the same. */
function HoursStrip({ hours }: { readonly hours: DayHours }) {
  return (
    <span aria-hidden className="relative block h-2 w-full overflow-hidden rounded-full bg-line">
      {hours.map(({ startMinute, endMinute }) => (
        <span
          key={startMinute}
          className="absolute inset-y-0 rounded-full bg-accent"
          style={{
            insetInlineStart: `${String((startMinute / DAY_MINUTES) * 100)}%`,
            inlineSize: `${String(((endMinute - startMinute) / DAY_MINUTES) * 100)}%`,
          }}
        />
      ))}
    </span>
  )
}
