import type { Services } from '../../services'
import { actorOf, type Handlers } from '../dispatcher'

/** Into the child's place and out of it again. */
export function kioskHandlers(services: Services) {
  const { kiosk, session, vault } = services
  return {
    'kiosk.open': async (_input, context) => {
      await services.core().audit.append({ actor: actorOf(context), action: 'kiosk.opened', detail: {} })
      kiosk.open(services.settings().language)
      session.signOut()
    },
    'kiosk.requestExit': () => {
      kiosk.requestExit()
    },
    'kiosk.exit': async ({ password }) => {
      const { adultId, key } = await vault.openWithPassword(password)
      key.fill(0)
      await services.core().audit.append({ actor: adultId, action: 'kiosk.closed', detail: {} })
      kiosk.close()
    },
    'kiosk.cancelExit': () => {
      kiosk.cancelExit()
    },
  } satisfies Partial<Handlers>
}
