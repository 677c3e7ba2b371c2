import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { createHouseholdSchema, languageSchema } from '../../../../common/household'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { NewPasswordField } from '../../new-password-field'
import { TimeZoneField, computerTimeZone } from '../../time-zone-field'

export interface HouseholdStepProps {
  readonly onStart: () => void
  readonly onFailed: () => void
  readonly onCreated: (recoveryCode: string) => void
}

export function HouseholdStep({ onStart, onFailed, onCreated }: HouseholdStepProps) {
  const { t, i18n } = useTranslation('first-run')
  const create = useCommand('household.create', ['app.state'])
  const {
    register,
    control,
    handleSubmit,
    formState: { errors, isSubmitted },
  } = useForm({
    resolver: zodResolver(createHouseholdSchema.unwrap().omit({ language: true })),
    defaultValues: { householdName: '', ownerName: '', password: '', timeZone: computerTimeZone() },
  })
  return (
    <form
      className="flex flex-col gap-5"
      noValidate
      onSubmit={(event) =>
        void handleSubmit((household) => {
          onStart()
          create.mutate(
            { ...household, language: languageSchema.catch('en').parse(i18n.language) },
            {
              onError: onFailed,
              onSuccess: ({ recoveryCode }) => {
                onCreated(recoveryCode)
              },
            },
          )
        })(event)
      }
    >
      <TextField
        label={t('household.name')}
        hint={t('household.nameHint')}
        error={errors.householdName && t('household.nameMissing')}
        autoComplete="off"
        maxLength={60}
        {...register('householdName')}
      />
      <TextField
        label={t('household.owner')}
        error={errors.ownerName && t('household.ownerMissing')}
        autoComplete="off"
        maxLength={60}
        {...register('ownerName')}
      />
      <Controller
        control={control}
        name="password"
        render={({ field }) => (
          <NewPasswordField label={t('sign-in:password')} value={field.value} onChange={field.onChange} asked={isSubmitted} />
        )}
      />
      <Controller
        control={control}
        name="timeZone"
        render={({ field }) => <TimeZoneField label={t('household.timeZone')} value={field.value} onChange={field.onChange} />}
      />
      {create.isError && <CallErrorNote error={create.error} />}
      <div>
        <Button type="submit" kind="primary" busy={create.isPending}>
          {t('household.create')}
        </Button>
      </div>
    </form>
  )
}
