import { app } from 'electron'

/**
 * Keeps Chromium itself off the network: left alone it looks up its maker's hosts and probes for IPv6 at each start.
 * No page needs a host name (they come from our own scheme), so none resolves. Must run before Electron is ready.
 */
export function keepChromiumOffline(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE localhost')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('disable-sync')
  app.commandLine.appendSwitch('no-pings')
  app.commandLine.appendSwitch('no-proxy-server')
}
