import { type BrowserWindow, screen } from 'electron'
import { log } from '../log'
import type { WindowBounds } from './window-store'
import { openWindow } from './open-window'
import type { WindowRegistry } from './window-registry'

const MINIMUM = { width: 1024, height: 640 } as const
const FIRST = { width: 1280, height: 800 } as const

export interface ConsoleWindowOptions {
  readonly registry: WindowRegistry
  readonly devTools: boolean
  readonly bounds: WindowBounds | null
  readonly onBounds: (bounds: WindowBounds) => void
}

/** The parents' console, where it stood last time if that place is still on a screen. */
export function openConsoleWindow(options: ConsoleWindowOptions): BrowserWindow {
  const bounds = options.bounds !== null && isVisible(options.bounds) ? options.bounds : FIRST
  const window = openWindow(options.registry, 'console', '/', {
    devTools: options.devTools,
    ...bounds,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    title: 'WonderNest',
    autoHideMenuBar: true,
    backgroundColor: '#FBF7F0',
  })
  window.once('ready-to-show', () => {
    window.show()
    log('window-shown')
  })
  window.on('close', () => {
    if (!window.isFullScreen() && !window.isMinimized()) options.onBounds(window.getNormalBounds())
  })
  return window
}

function isVisible(bounds: WindowBounds): boolean {
  const area = screen.getDisplayMatching(bounds).workArea
  const overlapX = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const overlapY = Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y)
  return overlapX > 200 && overlapY > 100
}
