import type { KioskBridge } from '../../common/ipc/bridge'

/** What the kiosk's preload put on the window. Throws when the page runs outside the app. */
export function kioskBridge(): KioskBridge {
  if (!('wonder' in window)) throw new Error('This page works inside WonderNest only.')
  // True: the kiosk's page is loaded with the kiosk's preload and no other; the global's type is the console's.
  return window.wonder as unknown as KioskBridge
}
