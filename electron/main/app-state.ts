import type { AppState } from '../../common/app-state'
import { assertNever } from '../../common/assert'
import { AppError } from '../../common/result'
import type { Services } from './services'

/** Where the app stands, as windows are told. */
export async function appState(services: Services): Promise<AppState> {
  const state = services.door.state()
  switch (state.stage) {
    case 'first-run':
      return { stage: 'first-run' }
    case 'vault-locked':
      return { stage: 'vault-locked', keychain: state.keychain, retryAt: state.retryAt }
    case 'blocked':
      return {
        stage: 'blocked',
        problem: state.problem,
        detail: state.detail,
        dataFolder: state.dataFolder,
        backups: state.backups.map(({ name, createdAt, bytes }) => ({ name, createdAt, bytes })),
      }
    case 'opened':
      return openedState(services)
    case 'closed':
      throw new AppError('vault-locked', 'WonderNest is closing.')
    default:
      return assertNever(state)
  }
}

async function openedState(services: Services): Promise<AppState> {
  const { household } = services.core()
  const { adult } = services.session
  if (adult !== null) {
    return { stage: 'signed-in', adult, recoveryCodePending: await household.isRecoveryCodePending() }
  }
  const waitMs = services.vault.retryAfterMs()
  return {
    stage: 'signed-out',
    adults: [...(await household.adults())],
    retryAt: waitMs === 0 ? null : services.now() + waitMs,
  }
}
