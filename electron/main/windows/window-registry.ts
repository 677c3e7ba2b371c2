import type { BrowserWindow } from 'electron'
import type { WindowKind } from '../../../common/ipc/define'

interface Entry {
  readonly kind: WindowKind
  readonly window: BrowserWindow
}

/** Which windows are ours and of which kind. A page that is not listed here is trusted with nothing. */
export class WindowRegistry {
  readonly #entries = new Map<number, Entry>()

  /** Lists a window until it is closed. Must happen before its page loads. */
  add(kind: WindowKind, window: BrowserWindow): void {
    const { id } = window.webContents
    this.#entries.set(id, { kind, window })
    window.once('closed', () => this.#entries.delete(id))
  }

  readonly kindOf = (webContentsId: number): WindowKind | null => this.#entries.get(webContentsId)?.kind ?? null

  all(): readonly Entry[] {
    return [...this.#entries.values()]
  }
}
