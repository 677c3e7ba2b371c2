import { Archive, Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Child } from '../../../../common/household'
import { AnimalPicture } from '../../../ui/animals/animal-picture'
import { Button } from '../../../ui/button'
import { CallErrorNote } from '../../call-error-note'
import { useMayChange } from '../../use-adult'
import { ageInMonths, todayHere } from './birth-date'
import { VoiceLink } from '../enrolment/voice-link'
import { ChildConsent } from './child-consent'
import { useArchive } from './use-archive'

/** One child: picture, name, age, what was agreed to. */
export function ChildRow({ child, onEdit }: { readonly child: Child; readonly onEdit: () => void }) {
  const { t } = useTranslation('children')
  const mayChange = useMayChange()
  const archive = useArchive()
  return (
    <li className="flex flex-wrap gap-x-6 gap-y-4 border-t border-line py-6 first:border-none first:pt-0">
      <AnimalPicture animal={child.animal} size={84} />
      <div className="flex min-w-64 grow basis-0 flex-col gap-3">
        <div>
          <h2 className="font-title text-lg font-medium">{child.name}</h2>
          <p className="text-ink-soft">
            <Age birthDate={child.birthDate} />
          </p>
        </div>
        <ChildConsent child={child} />
        {archive.error !== null && <CallErrorNote error={archive.error} />}
      </div>
      <div className="flex gap-2 self-start">
        <VoiceLink child={child} />
        {mayChange && (
          <>
            <Button kind="quiet" small aria-label={t('editName', { name: child.name })} onClick={onEdit}>
              <Pencil aria-hidden size={16} />
              {t('edit')}
            </Button>
            <Button
              kind="quiet"
              small
              className="text-ink-soft"
              aria-label={t('archiveName', { name: child.name })}
              onClick={() => {
                archive.run(child, true)
              }}
            >
              <Archive aria-hidden size={16} />
              {t('archive')}
            </Button>
          </>
        )}
      </div>
    </li>
  )
}

function Age({ birthDate }: { readonly birthDate: string }) {
  const { t } = useTranslation('children')
  const months = ageInMonths(birthDate, todayHere())
  const years = Math.floor(months / 12)
  const rest = months - years * 12
  if (years === 0) return t('age.months', { count: months })
  if (rest === 0) return t('age.years', { count: years })
  return t('age.both', { years: t('age.bothYears', { count: years }), months: t('age.months', { count: rest }) })
}
