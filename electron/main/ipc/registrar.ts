import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { type EventName, type EventPayload, events } from '../../../common/ipc/contract'
import { CALL_CHANNEL, eventChannel } from '../../../common/ipc/wire'
import type { WindowKind } from '../../../common/ipc/define'
import { createDispatcher, type DispatcherOptions } from './dispatcher'

/** Answers every window's calls. The only place that touches `ipcMain`. */
export function registerIpc(options: DispatcherOptions & { kindOf: (webContentsId: number) => WindowKind | null }): void {
  const dispatch = createDispatcher(options)
  ipcMain.handle(CALL_CHANNEL, (event: IpcMainInvokeEvent, name: unknown, input: unknown) => {
    const frame = event.senderFrame
    return dispatch(
      {
        kind: options.kindOf(event.sender.id),
        isTopFrame: frame !== null && frame.parent === null && frame === event.sender.mainFrame,
        url: frame?.url ?? '',
      },
      name,
      input,
    )
  })
}

/** Tells an event to the windows that may hear it. */
export function broadcast<Name extends EventName>(
  windows: readonly { readonly kind: WindowKind; readonly window: BrowserWindow }[],
  name: Name,
  payload: EventPayload<Name>,
): void {
  const kinds: readonly WindowKind[] = events[name].windows
  for (const { kind, window } of windows) {
    if (kinds.includes(kind) && !window.isDestroyed()) window.webContents.send(eventChannel(name), payload)
  }
}
