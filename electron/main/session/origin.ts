import type { WindowKind } from '../../../common/ipc/define'

/** The app's own scheme: pages are `wonder://app/console/index.html` and `wonder://app/kiosk/index.html`. */
export const APP_SCHEME = 'wonder'
export const APP_HOST = 'app'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

export function pageOf(kind: WindowKind): string {
  return `/${kind}/index.html`
}

/** Address of a window's page; `route` is what follows the hash, e.g. `/today`. */
export function pageUrl(kind: WindowKind, route = '/'): string {
  return `${APP_ORIGIN}${pageOf(kind)}#${route}`
}

/** Whether an address is the page that this kind of window shows, whatever its hash. */
export function isPageOf(kind: WindowKind, address: string): boolean {
  try {
    const url = new URL(address)
    // `URL.origin` is the text "null" for schemes that Node does not know; protocol and host are reliable.
    return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.pathname === pageOf(kind)
  } catch {
    return false
  }
}
