import { useTranslation } from 'react-i18next'
import { PasswordField } from '../ui/field'
import { MIN_PASSWORD_LENGTH, passwordStrength } from './password-strength'

export interface NewPasswordFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** True once the form was sent: only then is what is missing an error. */
  readonly asked: boolean
}

export function isLongEnough(password: string): boolean {
  return password.length >= MIN_PASSWORD_LENGTH
}

/** A password that is being chosen, with its strength in words. */
export function NewPasswordField({ label, value, onChange, asked }: NewPasswordFieldProps) {
  const { t } = useTranslation('sign-in')
  return (
    <PasswordField
      label={label}
      hint={
        <span aria-live="polite">
          {value === '' ? t('strength.advice', { count: MIN_PASSWORD_LENGTH }) : t(`strength.${passwordStrength(value)}`, { count: Math.max(0, MIN_PASSWORD_LENGTH - value.length) })}
        </span>
      }
      error={asked && !isLongEnough(value) ? t('strength.tooShort', { count: MIN_PASSWORD_LENGTH }) : undefined}
      showLabel={t('showPassword')}
      hideLabel={t('hidePassword')}
      autoComplete="new-password"
      maxLength={256}
      value={value}
      onChange={(event) => {
        onChange(event.target.value)
      }}
    />
  )
}
