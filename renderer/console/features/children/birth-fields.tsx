import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../../ui/field'
import { type BirthParts, type BirthProblem, daysInMonth, todayHere } from './birth-date'

const YEARS_BACK = 18

export interface BirthFieldsProps {
  readonly value: BirthParts
  readonly onChange: (value: BirthParts) => void
  readonly problem: BirthProblem | null
}

/** Month and year of birth, and the day if the parents like. Lists, so that nobody has to know a date format. */
export function BirthFields({ value, onChange, problem }: BirthFieldsProps) {
  const { t, i18n } = useTranslation('children')
  const errorId = useId()
  const thisYear = Number(todayHere().slice(0, 4))
  const monthName = new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' })
  const months = Array.from({ length: 12 }, (_, index) => index + 1)
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, index) => thisYear - index)
  const days = Array.from({ length: daysInMonth(value.year, value.month) }, (_, index) => index + 1)
  const number = (text: string) => (text === '' ? null : Number(text))

  return (
    <fieldset aria-describedby={problem === null ? undefined : errorId} className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-base font-semibold">{t('form.birth')}</legend>
      <div className="grid grid-cols-[1.4fr_1fr_1.1fr] gap-3">
        <SelectField
          label={t('form.month')}
          value={value.month ?? ''}
          aria-invalid={problem === null ? undefined : true}
          onChange={(event) => {
            onChange({ ...value, month: number(event.target.value) })
          }}
        >
          <option value="">{t('form.choose')}</option>
          {months.map((month) => (
            <option key={month} value={month}>
              {monthName.format(Date.UTC(2024, month - 1, 1))}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('form.year')}
          value={value.year ?? ''}
          onChange={(event) => {
            onChange({ ...value, year: number(event.target.value) })
          }}
        >
          <option value="">{t('form.choose')}</option>
          {years.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </SelectField>
        <SelectField
          label={t('form.day')}
          value={value.day ?? ''}
          onChange={(event) => {
            onChange({ ...value, day: number(event.target.value) })
          }}
        >
          <option value="">{t('form.noDay')}</option>
          {days.map((day) => (
            <option key={day}>{day}</option>
          ))}
        </SelectField>
      </div>
      {problem !== null && (
        <p id={errorId} role="alert" className="text-sm font-semibold text-brick-ink">
          {t(`form.birthProblem.${problem}`)}
        </p>
      )}
    </fieldset>
  )
}
