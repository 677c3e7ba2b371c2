import { app, session } from 'electron'
import type { WindowKind } from '../../../common/ipc/define'
import { log } from '../log'
import { appPaths } from '../paths'
import { guardNavigation } from './navigation'
import { denyEverything } from './permissions'
import { serveApp } from './protocol'

/** Serves our pages, denies every permission on every session there will be, and guards every page against leaving. */
export function guardPages(kindOf: (webContentsId: number) => WindowKind | null, devServer: string | null): void {
  denyEverything(session.defaultSession)
  app.on('session-created', denyEverything)
  serveApp(session.defaultSession, appPaths.pages(), devServer)
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents, kindOf, (what) => {
      log('blocked', { what })
    })
  })
}
