import type { WebContents } from 'electron'
import type { WindowKind } from '../../../common/ipc/define'
import { isPageOf } from './origin'

/**
 * All guards against a page going anywhere: a window shows its own page and nothing else.
 * `kindOf` gives the kind a window was registered with; contents that are not ours may go nowhere at all.
 */
export function guardNavigation(
  contents: WebContents,
  kindOf: (webContentsId: number) => WindowKind | null,
  onBlocked: (what: 'navigation' | 'new-window' | 'webview') => void,
): void {
  const mayShow = (address: string): boolean => {
    const kind = kindOf(contents.id)
    return kind !== null && isPageOf(kind, address)
  }
  const guard = (event: { readonly url: string; preventDefault: () => void }): void => {
    if (mayShow(event.url)) return
    event.preventDefault()
    onBlocked('navigation')
  }
  contents.on('will-navigate', guard)
  contents.on('will-redirect', guard)
  contents.on('will-frame-navigate', guard)
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    onBlocked('webview')
  })
  contents.setWindowOpenHandler(() => {
    onBlocked('new-window')
    return { action: 'deny' }
  })
}
