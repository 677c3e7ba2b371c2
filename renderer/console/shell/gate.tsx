import { useCall } from '../bridge'
import { CallErrorNote } from '../call-error-note'
import { BlockedPage } from '../features/sign-in/blocked-page'
import { RenewCodePage } from '../features/first-run/renew-code-page'
import { FirstRunPage } from '../features/first-run/first-run-page'
import { isUnderWay, useFirstRun } from '../features/first-run/first-run-store'
import { SignInPage } from '../features/sign-in/sign-in-page'
import { VaultLockedPage } from '../features/sign-in/vault-locked-page'
import { Shell } from './shell'

/** Shows what the app's state allows, before any page. */
export function Gate() {
  const state = useCall('app.state', [])
  const firstRunStep = useFirstRun((firstRun) => firstRun.step)

  if (state.isError) {
    return (
      <main className="mx-auto max-w-xl p-10">
        <CallErrorNote error={state.error} />
      </main>
    )
  }
  if (state.data === undefined) return null
  switch (state.data.stage) {
    case 'first-run':
      return <FirstRunPage />
    case 'vault-locked':
      return <VaultLockedPage keychain={state.data.keychain} retryAt={state.data.retryAt} />
    case 'signed-out':
      return <SignInPage adults={state.data.adults} retryAt={state.data.retryAt} />
    case 'blocked':
      return <BlockedPage problem={state.data.problem} detail={state.data.detail} dataFolder={state.data.dataFolder} backups={state.data.backups} />
    case 'signed-in':
      // The first run goes on after its first step has made and opened the household.
      if (isUnderWay(firstRunStep)) return <FirstRunPage />
      if (state.data.recoveryCodePending && state.data.adult.role === 'owner') return <RenewCodePage />
      return <Shell adult={state.data.adult} />
  }
}
