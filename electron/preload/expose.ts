import { ipcRenderer } from 'electron'
import type { ChannelName, EventName } from '../../common/ipc/contract'
import { CALL_CHANNEL, eventChannel } from '../../common/ipc/wire'

/** A plain closure that makes one call; the page never holds `ipcRenderer` nor a channel's name. */
export function call<Name extends ChannelName>(name: Name) {
  return (input?: unknown): Promise<never> => ipcRenderer.invoke(CALL_CHANNEL, name, input) as Promise<never> // true: main answers with this channel's Result; the bridge's type narrows it
}

/** A plain closure that subscribes to one event and hands on its payload only, never Electron's event object. */
export function on(name: EventName) {
  return (listener: (payload: never) => void): (() => void) => {
    const forward = (_event: unknown, payload: unknown): void => {
      listener(payload as never) // true: main sends this event's payload; the bridge's type narrows it
    }
    ipcRenderer.on(eventChannel(name), forward)
    return () => {
      ipcRenderer.removeListener(eventChannel(name), forward)
    }
  }
}
