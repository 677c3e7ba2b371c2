import { Link } from '@tanstack/react-router'
import { AudioLines, type LucideIcon, LogOut, Settings, Sun, UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Adult } from '../../../common/household'
import { Wordmark } from './wordmark'
import { useCommand } from '../bridge'
import { HandOver } from './hand-over'

const PAGES = [
  { to: '/', name: 'today', icon: Sun },
  { to: '/language', name: 'language', icon: AudioLines },
  { to: '/children', name: 'children', icon: UsersRound },
  { to: '/settings', name: 'settings', icon: Settings },
] as const satisfies readonly { to: string; name: string; icon: LucideIcon }[]

const ROW =
  'flex min-h-11 items-center gap-3 rounded-control px-3 py-2 text-start text-base transition-colors hover:bg-card/70'

/** The way around: pages, the child's place, sign out. A bar on top where the window is narrow or zoomed. */
export function Rail({ adult }: { readonly adult: Adult }) {
  const { t } = useTranslation('shell')
  const signOut = useCommand('session.signOut', ['app.state'])
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-2 border-line bg-paper-deep p-4 max-wide:border-b wide:sticky wide:top-0 wide:h-dvh wide:w-60 wide:flex-col wide:flex-nowrap wide:items-stretch wide:overflow-y-auto wide:border-e">
      <div className="px-2 wide:mb-6 wide:pt-1">
        <Wordmark />
      </div>
      <nav aria-label={t('nav.label')} className="flex flex-wrap gap-1 wide:flex-col">
        {PAGES.map(({ to, name, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: to === '/' }}
            className={ROW}
            activeProps={{ className: 'bg-card font-semibold shadow-card text-accent' }}
          >
            <Icon aria-hidden size={20} />
            {t(`nav.${name}`)}
          </Link>
        ))}
      </nav>
      <div className="flex flex-wrap gap-1 wide:mt-auto wide:flex-col">
        <HandOver className={ROW} />
        <button
          type="button"
          className={ROW}
          onClick={() => {
            signOut.mutate(undefined)
          }}
        >
          <LogOut aria-hidden size={20} />
          {t('signOut')}
        </button>
        <p className="self-center px-3 text-sm text-ink-soft wide:self-auto wide:pt-2">{t('signedInAs', { name: adult.name })}</p>
      </div>
    </header>
  )
}
