import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ANIMALS, type Animal, type Child, type ChildInput } from '../../../../common/household'
import { AnimalPicture } from '../../../ui/animals/animal-picture'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { RadioCards } from '../../../ui/radio-cards'
import { CallErrorNote } from '../../call-error-note'
import { type BirthParts, birthDateOf, birthParts, birthProblem, todayHere } from './birth-date'
import { BirthFields } from './birth-fields'

export interface ChildFormProps {
  /** The child to change; absent for a new one. */
  readonly child?: Child
  readonly submitLabel: string
  readonly busy: boolean
  readonly error: unknown
  readonly onSubmit: (child: ChildInput) => void
  /** Stands before the submit button, such as Cancel. */
  readonly otherAction?: ReactNode
}

const NOBODY: BirthParts = { year: null, month: null, day: null }

/** Name, month of birth and an animal: all that WonderNest asks about a child. */
export function ChildForm({ child, submitLabel, busy, error, onSubmit, otherAction }: ChildFormProps) {
  const { t } = useTranslation('children')
  const [name, setName] = useState(child?.name ?? '')
  const [birth, setBirth] = useState(child === undefined ? NOBODY : birthParts(child.birthDate))
  const [animal, setAnimal] = useState<Animal | null>(child?.animal ?? null)
  const [asked, setAsked] = useState(false)
  const problem = birthProblem(birth, todayHere())

  function submit(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    const birthDate = birthDateOf(birth)
    if (busy || name.trim() === '' || animal === null || problem !== null || birthDate === null) return
    onSubmit({ name: name.trim(), birthDate, animal })
  }

  return (
    <form className="flex flex-col gap-5" noValidate onSubmit={submit}>
      <TextField
        label={t('form.name')}
        error={asked && name.trim() === '' ? t('form.nameMissing') : undefined}
        autoComplete="off"
        maxLength={60}
        value={name}
        onChange={(event) => {
          setName(event.target.value)
        }}
      />
      <BirthFields value={birth} onChange={setBirth} problem={asked ? problem : null} />
      <RadioCards
        label={t('form.animal')}
        className="grid grid-cols-4 justify-items-center gap-2 *:w-full *:justify-center *:px-1"
        value={animal}
        error={asked && animal === null ? t('form.animalMissing') : undefined}
        options={ANIMALS.map((value) => ({
          value,
          name: t(`animal.${value}`),
          content: (
            <span className="flex flex-col items-center gap-1 text-sm">
              <AnimalPicture animal={value} size={52} />
              {t(`animal.${value}`)}
            </span>
          ),
        }))}
        onChange={setAnimal}
      />
      {error !== null && <CallErrorNote error={error} />}
      <div className="flex flex-wrap gap-3">
        {otherAction}
        <Button type="submit" kind="primary" busy={busy}>
          {submitLabel}
        </Button>
      </div>
    </form>
  )
}
