import { ChevronDown, UserRoundPlus } from 'lucide-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AnimalPicture } from '../../ui/animals/animal-picture'
import { buttonClass } from '../../ui/button'
import { Menu, MenuChoice, MenuItem, MenuLine } from '../../ui/menu'
import { Skeleton } from '../../ui/skeleton'
import { drop } from '../../../common/assert'
import { useSelectedChild } from '../selected-child'

/** Which child the pages are about. */
export function ChildSwitcher() {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const { child, children, isLoading, select } = useSelectedChild()
  if (isLoading) return <Skeleton className="h-11 w-40" />
  if (child === null) {
    return (
      <Link to="/children" className={buttonClass('plain')}>
        <UserRoundPlus aria-hidden size={20} />
        {t('child.add')}
      </Link>
    )
  }
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t('child.switch', { name: child.name })}
          className="flex min-h-12 items-center gap-3 rounded-full border border-line bg-card py-1 ps-1 pe-4 text-lg font-semibold transition-colors hover:border-edge"
        >
          <AnimalPicture animal={child.animal} size={40} />
          {child.name}
          <ChevronDown aria-hidden size={18} className="text-ink-soft" />
        </button>
      }
    >
      <MenuChoice
        label={t('child.choose')}
        value={child.id}
        options={children.map(({ id, name, animal }) => ({
          value: id,
          content: (
            <>
              <AnimalPicture animal={animal} size={32} />
              {name}
            </>
          ),
        }))}
        onChange={select}
      />
      <MenuLine />
      <MenuItem
        onSelect={() => {
          drop(navigate({ to: '/children' }))
        }}
      >
        <UserRoundPlus aria-hidden size={20} className="mx-1.5" />
        {t('child.manage')}
      </MenuItem>
    </Menu>
  )
}
