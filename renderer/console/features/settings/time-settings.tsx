import { useTranslation } from 'react-i18next'
import { SelectField } from '../../../ui/field'
import { CallErrorNote } from '../../call-error-note'
import { useFormat } from '../../format/use-format'
import { TimeZoneField } from '../../time-zone-field'
import { type SettingsPartProps, useSave } from './use-save'

const DAY_STARTS = Array.from({ length: 13 }, (_, index) => index * 30)
const IDLE_MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 240]

/** The family's day and time zone, and when the console locks itself. */
export function TimeSettings({ settings }: SettingsPartProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { save, error } = useSave()
  // What is set stays choosable even if it is not one of the usual steps.
  const dayStarts = withCurrent(DAY_STARTS, settings.dayStartMinute)
  const idleMinutes = withCurrent(IDLE_MINUTES, settings.idleLockMinutes)
  return (
    <div className="flex max-w-md flex-col gap-5">
      <TimeZoneField
        label={t('time.zone')}
        value={settings.timeZone}
        onChange={(timeZone) => {
          save({ timeZone }, { timeZone: settings.timeZone })
        }}
      />
      <SelectField
        label={t('time.dayStart')}
        hint={t('time.dayStartHint')}
        value={settings.dayStartMinute}
        onChange={(event) => {
          save({ dayStartMinute: Number(event.target.value) }, { dayStartMinute: settings.dayStartMinute })
        }}
      >
        {dayStarts.map((minute) => (
          <option key={minute} value={minute}>
            {format.clockMinute(minute)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('time.idleLock')}
        hint={t('time.idleLockHint')}
        value={settings.idleLockMinutes}
        onChange={(event) => {
          save({ idleLockMinutes: Number(event.target.value) }, { idleLockMinutes: settings.idleLockMinutes })
        }}
      >
        {idleMinutes.map((minutes) => (
          <option key={minutes} value={minutes}>
            {format.duration(minutes * 60_000)}
          </option>
        ))}
      </SelectField>
      {error !== null && <CallErrorNote error={error} />}
    </div>
  )
}

function withCurrent(usual: readonly number[], current: number): readonly number[] {
  return [...new Set([...usual, current])].sort((a, b) => a - b)
}
