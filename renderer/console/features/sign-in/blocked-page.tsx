import { FolderOpen, Power } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AppState } from '../../../../common/app-state'
import { Button } from '../../../ui/button'
import { ErrorNote } from '../../../ui/error-note'
import { useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useFormat } from '../../format/use-format'
import { Doorway } from '../../shell/doorway'

type Blocked = Extract<AppState, { stage: 'blocked' }>

/** The family's file cannot be opened: what happened, what it means, what to do. Nothing here changes a file. */
export function BlockedPage({ problem, detail, dataFolder, backups }: Omit<Blocked, 'stage'>) {
  const { t } = useTranslation('sign-in')
  const format = useFormat()
  const openFolder = useCommand('data.openFolder')
  const quit = useCommand('app.quit')
  return (
    <Doorway title={t('blocked.title')}>
      <ErrorNote what={t(`errors:${problem}.what`)} means={t(`errors:${problem}.means`)} todo={t(`errors:${problem}.todo`)} />
      <dl className="flex flex-col gap-4 text-base">
        <div>
          <dt className="font-semibold">{t('blocked.folder')}</dt>
          <dd className="break-all text-ink-soft">{dataFolder}</dd>
        </div>
        <div>
          <dt className="font-semibold">{t('blocked.backups')}</dt>
          <dd>
            {backups.length === 0 ? (
              <span className="text-ink-soft">{t('blocked.noBackups')}</span>
            ) : (
              <ul className="flex flex-col">
                {backups.map(({ name, createdAt, bytes }) => (
                  <li key={name} className="flex flex-wrap justify-between gap-x-6 border-b border-line py-2 last:border-none">
                    <span>{format.dateTime(createdAt)}</span>
                    <span className="text-ink-soft">{format.bytes(bytes)}</span>
                    <span className="w-full text-sm break-all text-ink-soft">{name}</span>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      </dl>
      {openFolder.isError && <CallErrorNote error={openFolder.error} />}
      <div className="flex flex-wrap gap-3">
        <Button
          kind="primary"
          onClick={() => {
            openFolder.mutate(undefined)
          }}
        >
          <FolderOpen aria-hidden size={20} />
          {t('blocked.openFolder')}
        </Button>
        <Button
          onClick={() => {
            quit.mutate(undefined)
          }}
        >
          <Power aria-hidden size={20} />
          {t('blocked.quit')}
        </Button>
      </div>
      {detail !== '' && (
        <details className="text-sm text-ink-soft">
          <summary>{t('blocked.detail')}</summary>
          <p className="mt-2 break-words">{detail}</p>
        </details>
      )}
    </Doorway>
  )
}
