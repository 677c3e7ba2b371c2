import { BrowserWindow, type BrowserWindowConstructorOptions, type WebPreferences } from 'electron'
import type { WindowKind } from '../../../common/ipc/define'
import { drop } from '../../../common/assert'
import { appPaths } from '../paths'
import { pageUrl } from '../session/origin'
import type { WindowRegistry } from './window-registry'

/** What every page of ours runs under. No caller can weaken it. */
const LOCKED_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
} as const satisfies WebPreferences

/** Opens a window of a kind on its page at a route, with that kind's preload, listed before anything loads. */
export function openWindow(
  registry: WindowRegistry,
  kind: WindowKind,
  route: string,
  options: Omit<BrowserWindowConstructorOptions, 'webPreferences'> & { devTools: boolean },
): BrowserWindow {
  const { devTools, ...windowOptions } = options
  const window = new BrowserWindow({
    ...windowOptions,
    webPreferences: { ...LOCKED_PREFERENCES, devTools, preload: appPaths.preload(kind) },
  })
  registry.add(kind, window)
  drop(window.loadURL(pageUrl(kind, route)))
  return window
}
