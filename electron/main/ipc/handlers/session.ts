import { v7 as uuidv7 } from 'uuid'
import type { Adult } from '../../../../common/household'
import { AppError } from '../../../../common/result'
import { strictAssert } from '../../../../common/assert'
import { appState } from '../../app-state'
import { recoverySheetTexts } from '../../reports/recovery-sheet-texts'
import { printRecoverySheet } from '../../reports/recovery-sheet'
import type { Services } from '../../services'
import type { CallContext, Handlers } from '../dispatcher'

/** The household's doors: first run, sign-in, unlocking, recovery. */
export function sessionHandlers(services: Services, quit: () => void) {
  const { door, vault, session } = services

  const adultOf = async (adultId: string): Promise<Adult> => {
    const adult = (await services.core().household.adults()).find(({ id }) => id === adultId)
    if (adult === undefined) throw new AppError('not-found', 'This person is no longer part of the household.')
    return adult
  }
  const signedIn = (context: CallContext): Adult => {
    strictAssert(context.adult !== null, 'a channel with a role has an adult')
    return context.adult
  }
  /** After a password or code was right: the file may still have a problem of its own, which the page then tells. */
  const requireOpened = async (): Promise<void> => {
    const state = door.state()
    if (state.stage === 'opened') {
      await services.householdOpened()
      return
    }
    services.stateChanged()
    throw new AppError('database-corrupt', state.stage === 'blocked' ? state.detail : 'The household’s file could not be opened.')
  }

  return {
    'app.state': () => appState(services),
    'app.quit': quit,

    'household.create': async (input) => {
      const ownerId = uuidv7()
      const { recoveryCode } = await door.create({ adultId: ownerId, password: input.password }, async ({ db }) => {
        await services.populate(db, ownerId, input)
      })
      await services.householdOpened()
      await services.signIn(await adultOf(ownerId))
      return { recoveryCode }
    },

    'session.signIn': async ({ adultId, password }) => {
      const adult = await adultOf(adultId)
      try {
        await vault.verifyPassword(adultId, password)
      } catch (error) {
        const code = error instanceof AppError ? error.code : 'internal'
        await services.core().audit.append({ actor: adultId, action: 'session.refused', detail: { code } })
        throw error
      }
      await services.signIn(adult)
      return adult
    },

    'session.unlock': async ({ password }) => {
      const { adultId } = await door.unlock(password)
      await requireOpened()
      const adult = await adultOf(adultId)
      await services.signIn(adult)
      return adult
    },

    'session.recover': async ({ recoveryCode, newPassword }) => {
      if (door.state().stage === 'opened') {
        // Signed out with the file open: the code still has to be right.
        const key = await vault.openWithRecoveryCode(recoveryCode)
        key.fill(0)
      } else {
        await door.recover(recoveryCode)
        await requireOpened()
      }
      const owner = (await services.core().household.adults()).find(({ role }) => role === 'owner')
      strictAssert(owner !== undefined, 'a household has an owner')
      await vault.setPassword(owner.id, newPassword, door.key())
      await services.core().audit.append({ actor: owner.id, action: 'session.recovered', detail: {} })
      await services.signIn(owner)
      return owner
    },

    'session.signOut': () => {
      session.signOut()
    },
    'session.touch': () => {
      session.touch()
    },

    'session.changePassword': async ({ currentPassword, newPassword }, context) => {
      const adult = signedIn(context)
      await vault.verifyPassword(adult.id, currentPassword)
      await vault.setPassword(adult.id, newPassword, door.key())
      await services.core().audit.append({ actor: adult.id, action: 'password.changed', detail: {} })
    },

    'recovery.confirmSaved': async (_input, context) => {
      await services.core().household.confirmRecoveryCode(signedIn(context).id)
      services.stateChanged()
    },

    'recovery.renew': async ({ password }, context) => {
      const adult = signedIn(context)
      await vault.verifyPassword(adult.id, password)
      const recoveryCode = await vault.renewRecoveryCode(door.key())
      await services.core().audit.append({ actor: adult.id, action: 'recovery.renewed', detail: {} })
      return { recoveryCode }
    },

    'recovery.print': async ({ recoveryCode }) => {
      const texts = recoverySheetTexts(services.settings().language)
      return { printed: await printRecoverySheet(recoveryCode, texts.title, texts.explanation) }
    },
  } satisfies Partial<Handlers>
}
