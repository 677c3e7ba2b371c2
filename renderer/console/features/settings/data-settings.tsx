import { DatabaseBackup, FolderOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { Skeleton } from '../../../ui/skeleton'
import { useCall, useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useFormat } from '../../format/use-format'
import { useToasts } from '../../shell/toasts'
import { Facts } from './facts'

/** Where the family's file lies, how big it is, and its backups. */
export function DataSettings() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const show = useToasts((toasts) => toasts.show)
  const info = useCall('data.info', [])
  const openFolder = useCommand('data.openFolder')
  const backUp = useCommand('data.backUpNow', ['data.info', 'audit.recent'])
  const error = openFolder.error ?? backUp.error
  if (info.isError) return <CallErrorNote error={info.error} />
  if (info.data === undefined) return <Skeleton className="h-40" />
  const { folder, databaseBytes, backups, appVersion } = info.data
  return (
    <div className="flex flex-col gap-5">
      <Facts
        facts={[
          { name: t('data.folder'), value: folder },
          { name: t('data.size'), value: format.bytes(databaseBytes) },
          { name: t('data.version'), value: appVersion },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        <Button
          onClick={() => {
            openFolder.mutate(undefined)
          }}
        >
          <FolderOpen aria-hidden size={18} />
          {t('data.open')}
        </Button>
        <Button
          busy={backUp.isPending}
          onClick={() => {
            backUp.mutate(undefined, {
              onSuccess: ({ bytes }) => {
                show({ message: t('data.backedUp', { size: format.bytes(bytes) }) })
              },
            })
          }}
        >
          <DatabaseBackup aria-hidden size={18} />
          {t('data.backUp')}
        </Button>
      </div>
      {error !== null && <CallErrorNote error={error} />}
      {backups.length === 0 ? (
        <p className="text-ink-soft">{t('data.noBackups')}</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full text-start">
            <caption className="pb-2 text-start font-semibold">{t('data.backups')}</caption>
            <thead className="text-sm text-ink-soft">
              <tr className="border-b border-line">
                <th scope="col" className="py-1.5 pe-4 text-start font-normal">{t('data.when')}</th>
                <th scope="col" className="py-1.5 pe-4 text-start font-normal">{t('data.file')}</th>
                <th scope="col" className="py-1.5 text-end font-normal">{t('data.size')}</th>
              </tr>
            </thead>
            <tbody>
              {backups.map(({ name, createdAt, bytes }) => (
                <tr key={name} className="border-b border-line last:border-none">
                  <td className="py-2 pe-4 whitespace-nowrap">{format.dateTime(createdAt)}</td>
                  <td className="py-2 pe-4 text-sm break-all text-ink-soft">{name}</td>
                  <td className="py-2 text-end whitespace-nowrap">{format.bytes(bytes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
