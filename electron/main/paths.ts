import path from 'node:path'
import { app } from 'electron'
import type { WindowKind } from '../../common/ipc/define'

/** Where the app's own files lie; the same in a checkout and in a package. */
export const appPaths = {
  pages: (): string => path.join(app.getAppPath(), 'dist', 'renderer'),
  preload: (kind: WindowKind): string => path.join(app.getAppPath(), 'dist', 'preload', `${kind}.cjs`),
  listener: (): string => path.join(app.getAppPath(), 'dist', 'listener', 'listener.cjs'),
  models: (): string => path.join(app.getAppPath(), 'models'),
  icon: (name: string): string => path.join(app.getAppPath(), 'resources', 'icons', name),
}
