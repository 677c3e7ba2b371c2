import type { ConsoleBridge, KioskBridge } from '../common/ipc/bridge'

declare global {
  interface Window {
    /** Put there by the preload of this kind of window. */
    readonly wonder: ConsoleBridge | KioskBridge
  }
  const __APP_VERSION__: string
}
