import type { BrowserWindow } from 'electron'
import type { Language } from '../../../common/household'
import { openWindow } from '../windows/open-window'
import type { WindowRegistry } from '../windows/window-registry'

export interface KioskOptions {
  readonly registry: WindowRegistry
  readonly devTools: boolean
  /** The child's place opened or closed. */
  readonly onChange: (open: boolean) => void
}

/**
 * The child's full-screen window and the parents' small window that ends it.
 * A plain locked shell: it cannot be closed, left or reloaded from within.
 */
export class Kiosk {
  readonly #options: KioskOptions
  #window: BrowserWindow | null = null
  #exitWindow: BrowserWindow | null = null

  constructor(options: KioskOptions) {
    this.#options = options
  }

  get isOpen(): boolean {
    return this.#window !== null
  }

  /** @param language the family's: the child's window cannot read the settings, so its address says it */
  open(language: Language): void {
    if (this.#window !== null) return
    const window = openWindow(this.#options.registry, 'kiosk', `/?lang=${language}`, {
      devTools: this.#options.devTools,
      kiosk: true,
      fullscreen: true,
      frame: false,
      closable: false,
      minimizable: false,
      autoHideMenuBar: true,
      backgroundColor: '#BFE3E0',
    })
    window.removeMenu()
    window.setAlwaysOnTop(true, 'screen-saver')
    window.on('close', (event) => {
      if (this.#window !== null) event.preventDefault()
    })
    window.on('blur', () => {
      if (this.#exitWindow === null) window.focus()
    })
    // Reload, zoom, print, find, close, developer tools: no shortcut with a modifier means anything here.
    window.webContents.on('before-input-event', (event, input) => {
      const isFunctionKey = /^F\d+$/.test(input.key)
      if (input.control || input.meta || input.alt || isFunctionKey) event.preventDefault()
    })
    window.webContents.on('render-process-gone', () => {
      window.reload()
    })
    this.#window = window
    this.#options.onChange(true)
  }

  /** Shows the window in which an adult types the password. */
  requestExit(): void {
    const parent = this.#window
    if (parent === null || this.#exitWindow !== null) return
    const window = openWindow(this.#options.registry, 'console', '/kiosk-exit', {
      devTools: this.#options.devTools,
      parent,
      modal: true,
      width: 460,
      height: 420,
      resizable: false,
      minimizable: false,
      fullscreenable: false,
      frame: false,
      title: 'WonderNest',
    })
    window.removeMenu()
    window.setAlwaysOnTop(true, 'screen-saver')
    window.once('closed', () => {
      this.#exitWindow = null
      this.#window?.focus()
    })
    this.#exitWindow = window
  }

  cancelExit(): void {
    this.#exitWindow?.close()
  }

  /** Ends the child's place and brings the console back. Call only after an adult's password was right. */
  close(): void {
    this.destroy()
    this.#options.onChange(false)
  }

  /** Takes the windows away because the app ends. */
  destroy(): void {
    const window = this.#window
    this.#window = null
    this.#exitWindow?.destroy()
    window?.destroy()
  }
}
