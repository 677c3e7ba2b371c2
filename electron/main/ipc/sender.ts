import type { WindowKind } from '../../../common/ipc/define'
import { APP_HOST, APP_SCHEME, pageOf } from '../session/origin'

/** What is known about who called, taken from Electron's event and from our own list of windows. */
export interface Sender {
  /** Kind of the window as registered when it was made; null for a page that is not one of ours. */
  readonly kind: WindowKind | null
  readonly isTopFrame: boolean
  /** Address of the calling frame as Chromium knows it. */
  readonly url: string
}

/** The window kind that the call may count for, or null when the caller is not to be trusted. */
export function trustedKind(sender: Sender): WindowKind | null {
  if (sender.kind === null || !sender.isTopFrame) return null
  let url: URL
  try {
    url = new URL(sender.url)
  } catch {
    return null
  }
  const isOurs = url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.password === ''
  return isOurs && url.pathname === pageOf(sender.kind) ? sender.kind : null
}
