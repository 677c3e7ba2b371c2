import path from 'node:path'
import { app } from 'electron'
import { drop } from '../../common/assert'
import { type RunningApp, startApp } from './app'
import { log, logError } from './log'
import { keepChromiumOffline } from './session/offline'
import { registerScheme } from './session/protocol'

/** Elsewhere than the account's own folder: the demo and tests keep their families apart. */
const dataFolder = app.commandLine.getSwitchValue('data-folder')
if (dataFolder !== '') app.setPath('userData', path.resolve(dataFolder))

// Chromium's crash reports hold memory, and memory may hold sound: none are written.
app.commandLine.appendSwitch('disable-breakpad')
// A checkout may be started without Chromium's sandbox where the system forbids it (root, containers); a package never.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
keepChromiumOffline()
registerScheme()

let running: RunningApp | null = null
let isClosing = false

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => running?.show())
  app.on('activate', () => running?.show())
  // Closing the window leaves the tray: listening goes on where the parents can see and stop it.
  app.on('window-all-closed', () => undefined)
  app.on('before-quit', (event) => {
    if (running === null || isClosing) return
    event.preventDefault()
    isClosing = true
    drop(
      running
        .close()
        .catch((error: unknown) => {
          logError('close', error)
        })
        .finally(() => {
          // Not within the quit that was just put off: Electron would forget this one when that one returns.
          setImmediate(() => {
            app.quit()
          })
        }),
    )
  })
  drop(
    app.whenReady().then(async () => {
      running = await startApp({
        dataFolder: app.getPath('userData'),
        devServer: import.meta.env.MODE === 'development' ? (process.env['WONDERNEST_DEV_SERVER'] ?? null) : null,
      })
      log('started', { version: app.getVersion() })
    }).catch((error: unknown) => {
      logError('start', error)
      app.exit(1)
    }),
  )
} else {
  app.quit()
}
