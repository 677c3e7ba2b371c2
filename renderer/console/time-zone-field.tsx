import { useMemo } from 'react'
import { SelectField } from '../ui/field'

/** The IANA name of this computer's time zone. */
export function computerTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

export interface TimeZoneFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly disabled?: boolean
  readonly onChange: (timeZone: string) => void
}

/** All time zones this runtime knows, the chosen one and this computer's included whatever they are called. */
export function TimeZoneField({ label, hint, value, disabled = false, onChange }: TimeZoneFieldProps) {
  const zones = useMemo(
    () => [...new Set([...Intl.supportedValuesOf('timeZone'), computerTimeZone(), value])].sort(),
    [value],
  )
  return (
    <SelectField
      label={label}
      hint={hint}
      value={value}
      disabled={disabled}
      onChange={(event) => {
        onChange(event.target.value)
      }}
    >
      {zones.map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll('_', ' ')}
        </option>
      ))}
    </SelectField>
  )
}
