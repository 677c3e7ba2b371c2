import { UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Child } from '../../../../common/household'
import { AnimalPicture } from '../../../ui/animals/animal-picture'
import { Button } from '../../../ui/button'
import { EmptyState } from '../../../ui/empty-state'
import { PageTitle } from '../../../ui/page-title'
import { Skeleton } from '../../../ui/skeleton'
import { useCall } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useMayChange } from '../../use-adult'
import { ArchivedChildren } from './archived-children'
import { ChildDialog } from './child-dialog'
import { ChildRow } from './child-row'
import { ListenedFor } from './listened-for'

/** Who the children of this household are, what was agreed to for each, and for whom WonderNest listens. */
export function ChildrenPage() {
  const { t } = useTranslation('children')
  const mayChange = useMayChange()
  const list = useCall('children.list', [{ includeArchived: true }])
  const [editing, setEditing] = useState<Child | 'new' | null>(null)
  const present = (list.data ?? []).filter(({ archivedAt }) => archivedAt === null)
  const archived = (list.data ?? []).filter(({ archivedAt }) => archivedAt !== null)
  const add = mayChange && (
    <Button
      kind="primary"
      onClick={() => {
        setEditing('new')
      }}
    >
      <UserRoundPlus aria-hidden size={20} />
      {t('add')}
    </Button>
  )

  return (
    <div className="flex max-w-4xl flex-col gap-8">
      <PageTitle aside={present.length > 0 && add}>{t('title')}</PageTitle>
      {list.isError && <CallErrorNote error={list.error} />}
      {list.isPending && <Skeleton className="h-40" />}
      {list.isSuccess && present.length === 0 && (
        <EmptyState drawing={<AnimalPicture animal="owl" size={144} />} sentence={t('empty')} action={add} />
      )}
      {present.length > 0 && (
        <>
          <ul className="flex flex-col">
            {present.map((child) => (
              <ChildRow
                key={child.id}
                child={child}
                onEdit={() => {
                  setEditing(child)
                }}
              />
            ))}
          </ul>
          <ListenedFor children={present} />
        </>
      )}
      {archived.length > 0 && <ArchivedChildren children={archived} />}
      <ChildDialog
        target={editing}
        onClose={() => {
          setEditing(null)
        }}
      />
    </div>
  )
}
