import { contextBridge } from 'electron'
import type { KioskBridge } from '../../common/ipc/bridge'
import { call, on } from './expose'

const bridge = {
  kind: 'kiosk',
  calls: {
    'listening.status': call('listening.status'),
    'listening.pause': call('listening.pause'),
    'kiosk.requestExit': call('kiosk.requestExit'),
  },
  events: {
    'listening.statusChanged': on('listening.statusChanged'),
  },
} satisfies KioskBridge

contextBridge.exposeInMainWorld('wonder', bridge)
