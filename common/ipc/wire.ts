/** Names on Electron's IPC. Windows never see them: preloads close over them. */
export const CALL_CHANNEL = 'wonder:call'

export function eventChannel(name: string): string {
  return `wonder:event:${name}`
}
