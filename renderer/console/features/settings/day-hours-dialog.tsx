import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { Dialog, DialogActions } from '../../../ui/dialog'
import { SelectField } from '../../../ui/field'
import { Switch } from '../../../ui/switch'
import { useFormat } from '../../format/use-format'
import { DAY_MINUTES, type DayHours, type HourRange, STEP_MINUTES, addRange, dayProblem, sortDay } from './week-hours'

export interface DayHoursDialogProps {
  readonly title: string
  readonly hours: DayHours
  readonly onClose: () => void
  readonly onSave: (hours: DayHours, everyDay: boolean) => void
}

const STARTS = Array.from({ length: DAY_MINUTES / STEP_MINUTES }, (_, index) => index * STEP_MINUTES)
const ENDS = STARTS.map((minute) => minute + STEP_MINUTES)

/** One weekday's listening hours. */
export function DayHoursDialog({ title, hours, onClose, onSave }: DayHoursDialogProps) {
  const { t } = useTranslation('settings')
  const [day, setDay] = useState(hours)
  const [everyDay, setEveryDay] = useState(false)
  const problem = dayProblem(day)
  const longer = addRange(day)

  function change(index: number, range: HourRange) {
    setDay(day.map((other, at) => (at === index ? range : other)))
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={title}
      description={t('hours.dialogText')}
      closeLabel={t('common:close')}
    >
      {day.length === 0 ? (
        <p className="text-ink-soft">{t('hours.off')}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {day.map((range, index) => (
            // Ranges keep their place while they are edited; they are sorted when saved.
            <li key={index} className="flex items-end gap-3">
              <TimeList
                label={t('hours.from')}
                minute={range.startMinute}
                minutes={STARTS}
                onChange={(startMinute) => {
                  change(index, { ...range, startMinute })
                }}
              />
              <TimeList
                label={t('hours.to')}
                minute={range.endMinute}
                minutes={ENDS}
                onChange={(endMinute) => {
                  change(index, { ...range, endMinute })
                }}
              />
              <Button
                kind="quiet"
                aria-label={t('hours.remove', { number: index + 1 })}
                className="px-3"
                onClick={() => {
                  setDay(day.filter((_, at) => at !== index))
                }}
              >
                <Trash2 aria-hidden size={18} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {problem !== null && (
        <p role="alert" className="font-semibold text-brick-ink">
          {t(`hours.problem.${problem}`)}
        </p>
      )}
      <div>
        <Button
          small
          disabled={longer === null || problem !== null}
          onClick={() => {
            if (longer !== null) setDay(longer)
          }}
        >
          <Plus aria-hidden size={16} />
          {t('hours.add')}
        </Button>
      </div>
      <Switch label={t('hours.everyDay')} checked={everyDay} onChange={setEveryDay} />
      <DialogActions>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button
          kind="primary"
          disabled={problem !== null}
          onClick={() => {
            onSave(sortDay(day), everyDay)
          }}
        >
          {t('common:save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

interface TimeListProps {
  readonly label: string
  readonly minute: number
  readonly minutes: readonly number[]
  readonly onChange: (minute: number) => void
}

function TimeList({ label, minute, minutes, onChange }: TimeListProps) {
  const format = useFormat()
  const choices = minutes.includes(minute) ? minutes : [...minutes, minute].sort((a, b) => a - b)
  return (
    <SelectField
      label={label}
      className="grow"
      value={minute}
      onChange={(event) => {
        onChange(Number(event.target.value))
      }}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {format.clockMinute(choice)}
        </option>
      ))}
    </SelectField>
  )
}
