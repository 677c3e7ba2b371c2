import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Adult } from '../../../common/household'
import { ChildSwitcher } from './child-switcher'
import { MicrophoneNest } from './microphone-nest'
import { Rail } from './rail'
import { useTouch } from './use-touch'

/** Rail, child switcher and microphone around whatever page is open. */
export function Shell({ adult }: { readonly adult: Adult }) {
  const { t } = useTranslation('shell')
  useTouch()
  return (
    <div className="flex min-h-dvh flex-col wide:flex-row">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:start-4 focus:top-4 focus:z-50 focus:rounded-control focus:bg-card focus:px-4 focus:py-2"
        onClick={(event) => {
          // The hash is the router's; the jump is made by hand.
          event.preventDefault()
          document.querySelector('main')?.focus()
        }}
      >
        {t('skip')}
      </a>
      <Rail adult={adult} />
      <div className="flex min-w-0 grow flex-col">
        <div role="region" aria-label={t('bar')} className="sticky top-0 z-20 bg-paper">
          <div className="mx-auto flex max-w-[76rem] items-center justify-between gap-4 px-6 py-4 wide:px-10">
            <ChildSwitcher />
            <MicrophoneNest />
          </div>
        </div>
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[76rem] grow px-6 pt-4 pb-24 outline-none wide:px-10">
          <Outlet />
        </main>
      </div>
    </div>
  )
}
