import { useTranslation } from 'react-i18next'
import type { Child } from '../../../../common/household'
import { AnimalPicture } from '../../../ui/animals/animal-picture'
import { RadioCards } from '../../../ui/radio-cards'
import { useCall, useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useMayChange } from '../../use-adult'

const NOBODY = 'nobody'

/** One microphone, one child: whose surroundings are measured. */
export function ListenedFor({ children }: { readonly children: readonly Child[] }) {
  const { t } = useTranslation('children')
  const mayChange = useMayChange()
  const settings = useCall('settings.get', [])
  const update = useCommand('settings.update', ['settings.get', 'listening.status'])
  if (settings.data === undefined) return null
  const chosen = settings.data.listening.childId
  const chosenName = children.find(({ id }) => id === chosen)?.name
  return (
    <section aria-labelledby="listened-for" className="flex flex-col gap-3 border-t border-line pt-6">
      <h2 id="listened-for" className="font-title text-lg font-medium">
        {chosenName === undefined ? t('listening.titleNobody') : t('listening.title', { name: chosenName })}
      </h2>
      <p className="max-w-2xl text-ink-soft">{t('listening.text')}</p>
      {mayChange && (
        <RadioCards
          label={t('listening.choose')}
          value={chosenName === undefined ? NOBODY : chosen}
          options={[
            ...children.map(({ id, name, animal }) => ({
              value: id,
              content: (
                <>
                  <AnimalPicture animal={animal} size={28} />
                  {name}
                </>
              ),
            })),
            { value: NOBODY, content: t('listening.nobody') },
          ]}
          onChange={(value) => {
            update.mutate({ listening: { childId: value === NOBODY ? null : value } })
          }}
        />
      )}
      {update.isError && <CallErrorNote error={update.error} />}
    </section>
  )
}
