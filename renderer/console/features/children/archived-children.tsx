import { useTranslation } from 'react-i18next'
import type { Child } from '../../../../common/household'
import { AnimalPicture } from '../../../ui/animals/animal-picture'
import { Button } from '../../../ui/button'
import { CallErrorNote } from '../../call-error-note'
import { useMayChange } from '../../use-adult'
import { useArchive } from './use-archive'

export function ArchivedChildren({ children }: { readonly children: readonly Child[] }) {
  const { t } = useTranslation('children')
  const mayChange = useMayChange()
  const archive = useArchive()
  return (
    <details className="border-t border-line pt-6">
      <summary className="text-base text-ink-soft">{t('archived.title', { count: children.length })}</summary>
      {archive.error !== null && <CallErrorNote error={archive.error} />}
      <ul className="mt-4 flex flex-col gap-3">
        {children.map((child) => (
          <li key={child.id} className="flex items-center gap-4">
            <AnimalPicture animal={child.animal} size={40} />
            <span className="grow">{child.name}</span>
            {mayChange && (
              <Button
                small
                aria-label={t('archived.bringBackName', { name: child.name })}
                onClick={() => {
                  archive.run(child, false)
                }}
              >
                {t('archived.bringBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
