import { existsSync } from 'node:fs'
import path from 'node:path'
import { app, Menu, powerMonitor } from 'electron'
import { drop } from '../../common/assert'
import type { ChannelName } from '../../common/ipc/contract'
import { VOICE_TYPES_MODEL } from '../../common/listening/voice-types-model'
import type { FamilySettings } from '../../common/settings'
import { AppError } from '../../common/result'
import { consentTexts } from '../../resources/consent'
import { type Core, createCore } from '../core/index'
import { resolveNativeBinding } from '../database/native-binding'
import { AdultSession } from './account/adult-session'
import { combineHandlers, type Refusal } from './ipc/dispatcher'
import { dataHandlers } from './ipc/handlers/data'
import { enrolmentHandlers } from './ipc/handlers/enrolment'
import { familyHandlers } from './ipc/handlers/family'
import { kioskHandlers } from './ipc/handlers/kiosk'
import { listeningHandlers } from './ipc/handlers/listening'
import { sessionHandlers } from './ipc/handlers/session'
import { broadcast, registerIpc } from './ipc/registrar'
import { Kiosk } from './kiosk/kiosk'
import { Enrolment } from './listening/enrolment'
import { ListeningController } from './listening/controller'
import { forkListener } from './listening/listener-process'
import { log, logError } from './log'
import { notify } from './notify'
import { appPaths } from './paths'
import type { Services } from './services'
import { guardPages } from './session/guard-pages'
import { TrayIcon } from './tray'
import { createHouseholdDoor } from './vault/household-door'
import { createFileVaultStore } from './vault/file-vault-store'
import { createSystemKeychain } from './vault/system-keychain'
import { createVault } from './vault/vault'
import { openConsoleWindow } from './windows/console-window'
import { WindowRegistry } from './windows/window-registry'
import { createWindowStore } from './windows/window-store'

const IDLE_CHECK_MS = 5_000
const BACKUP_CHECK_MS = 3_600_000
/** Not at once: a backup holds the main thread, and whoever opens the app wants to see it. */
const FIRST_BACKUP_CHECK_MS = 120_000
const MINUTE_MS = 60_000

/** What a console window may ask while the child has the screen: only what the exit window needs. */
const OPEN_DURING_KIOSK: readonly ChannelName[] = [
  'app.state',
  'listening.status',
  'listening.pause',
  'kiosk.requestExit',
  'kiosk.exit',
  'kiosk.cancelExit',
]

export interface AppOptions {
  readonly dataFolder: string
  /** Vite's server, in development builds only. */
  readonly devServer: string | null
}

export interface RunningApp {
  /** Brings the console to the front; does nothing while the child has the screen. */
  readonly show: () => void
  /** Ends listening, stores what is there and closes the file. */
  readonly close: () => Promise<void>
}

/** Puts the main process together. Electron is ready when this is called. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const { dataFolder, devServer } = options
  const now = Date.now
  const devTools = !app.isPackaged
  const registry = new WindowRegistry()
  const windowStore = createWindowStore(dataFolder)
  const vault = createVault({ store: createFileVaultStore(path.join(dataFolder, 'vault.json')), keychain: createSystemKeychain() })
  const door = createHouseholdDoor({
    dataFolder,
    vault,
    nativeBinding: resolveNativeBinding({ packaged: app.isPackaged, resourcesPath: process.resourcesPath }),
  })
  let core: Core | null = null
  let settings: FamilySettings | null = null
  const refusalsBeforeOpening: Refusal[] = []

  const requireCore = (): Core => {
    if (core === null) throw new AppError('vault-locked', 'The household is locked. Open it with a password or the recovery code first.')
    return core
  }
  const stateChanged = (): void => {
    broadcast(registry.all(), 'app.stateChanged', undefined)
    updateTray()
  }
  const session = new AdultSession({
    idleLimitMs: () => (settings?.idleLockMinutes ?? 10) * MINUTE_MS,
    wallNow: now,
    monotonicNow: () => performance.now(),
    onChange: (reason) => {
      if (reason !== 'signed-in') {
        drop(listening.stopTest())
        drop(enrolment.stop())
      }
      stateChanged()
    },
  })
  const listening = new ListeningController({
    fork: forkListener,
    now,
    onStatus: (status) => {
      broadcast(registry.all(), 'listening.statusChanged', status)
      updateTray()
    },
    onLevel: (level) => {
      broadcast(registry.all(), 'listening.level', level)
    },
    onSpeechUpdated: (childId) => {
      broadcast(registry.all(), 'speech.updated', { childId })
    },
    onTrouble: (what) => {
      notify(what, language())
    },
    onError: logError,
  })
  const enrolment = new Enrolment({
    listening,
    onRun: (run) => {
      // Whoever holds a child's attention for the microphone presses no keys.
      if (run.state === 'running') session.touch()
      broadcast(registry.all(), 'enrolment.changed', run)
    },
    onError: logError,
  })
  const kiosk = new Kiosk({
    registry,
    devTools,
    onChange: (open) => {
      const consoleWindow = mainWindow()
      if (open) consoleWindow?.hide()
      else show()
      updateTray()
    },
  })

  const services: Services = {
    door,
    vault,
    session,
    listening,
    enrolment,
    hasVoiceModel: () => existsSync(path.join(appPaths.models(), VOICE_TYPES_MODEL.path)),
    forkListener,
    kiosk,
    registry,
    dataFolder,
    now,
    core: requireCore,
    settings: () => {
      requireCore()
      if (settings === null) throw new AppError('vault-locked', 'The household is locked.')
      return settings
    },
    populate: async (db, ownerId, input) => {
      await createCore({ db, now, consentTexts }).household.create({ ownerId, input })
    },
    householdOpened: async () => {
      const state = door.state()
      if (state.stage !== 'opened' || core !== null) return
      const opened = createCore({ db: state.database.db, now, consentTexts })
      core = opened
      settings = await opened.settings.get()
      await opened.speech.closeDangling()
      for (const refusal of refusalsBeforeOpening.splice(0)) await recordRefusal(opened, refusal)
      await listening.open({
        decide: (at) => opened.listening.decide(at),
        childPolicy: (childId) => opened.voiceprints.policyFor(childId),
        startSession: (childId, deviceName, at) => opened.speech.startSession(childId, deviceName, at),
        recordBin: (id, bin, final) => opened.speech.recordBin(id, bin, final),
        recordGap: (id, gap) => opened.speech.recordGap(id, gap),
        endSession: (id, at) => opened.speech.endSession(id, at),
      })
    },
    rulesChanged: async () => {
      const changed = await requireCore().settings.get()
      settings = changed
      broadcast(registry.all(), 'settings.changed', changed)
      await listening.refresh()
      updateTray()
    },
    stateChanged,
    signIn: async (adult) => {
      await requireCore().audit.append({ actor: adult.id, action: 'session.signed-in', detail: {} })
      session.signIn(adult)
    },
  }

  const language = () => settings?.language ?? (app.getLocale().startsWith('es') ? 'es' : 'en')
  const mainWindow = () => registry.all().find(({ window }) => window === consoleWindow)?.window
  let consoleWindow: Electron.BrowserWindow | null = null

  const show = (): void => {
    if (kiosk.isOpen) return
    const existing = mainWindow()
    if (existing === undefined) {
      consoleWindow = openConsoleWindow({
        registry,
        devTools,
        bounds: windowStore.consoleBounds(),
        onBounds: windowStore.setConsoleBounds,
      })
      return
    }
    if (existing.isMinimized()) existing.restore()
    existing.show()
    existing.focus()
  }

  const tray = new TrayIcon({
    show,
    pause: (forMinutes) => {
      drop(changeRules((opened) => opened.listening.pause(forMinutes, session.adult?.id ?? 'tray')))
    },
    resume: () => {
      drop(changeRules((opened) => opened.listening.resume(session.adult?.id ?? 'tray')))
    },
    quit: () => {
      app.quit()
    },
  })
  /** The daily backup. When it fails, parents hear of it: their data rests on one file less than they think. */
  const backUpIfDue = (): void => {
    if (door.state().stage !== 'opened') return
    try {
      door.backUpIfDue()
    } catch (error) {
      notify('backup-failed', language())
      logError('backup', error)
    }
  }
  const updateTray = (): void => {
    tray.update(listening.status, language(), { mayResume: session.adult !== null, kioskOpen: kiosk.isOpen })
  }
  const changeRules = async (change: (opened: Core) => Promise<unknown>): Promise<void> => {
    try {
      await change(requireCore())
      await services.rulesChanged()
    } catch (error) {
      logError('tray', error)
    }
  }

  guardPages(registry.kindOf, devServer)
  registerIpc({
    handlers: combineHandlers([
      sessionHandlers(services, () => {
        app.quit()
      }),
      familyHandlers(services),
      listeningHandlers(services),
      enrolmentHandlers(services),
      dataHandlers(services),
      kioskHandlers(services),
    ]),
    kindOf: registry.kindOf,
    signedInAdult: () => session.adult,
    isOpenNow: (name) => !kiosk.isOpen || OPEN_DURING_KIOSK.includes(name),
    onRefusal: (refusal) => {
      log('refused', { channel: refusal.channel, code: refusal.code, window: refusal.kind })
      if (core === null) refusalsBeforeOpening.push(refusal)
      else drop(recordRefusal(core, refusal).catch((error: unknown) => { logError('audit', error) }))
    },
    onUnexpectedError: (channel, error) => {
      logError(`call ${channel}`, error)
    },
  })
  powerMonitor.on('suspend', () => {
    session.signOut()
    drop(listening.suspend())
  })
  powerMonitor.on('resume', () => drop(listening.resumeFromSleep()))
  powerMonitor.on('lock-screen', () => {
    session.signOut()
  })
  const idleTimer = setInterval(() => {
    session.checkIdle()
  }, IDLE_CHECK_MS)

  const firstBackupTimer = setTimeout(backUpIfDue, FIRST_BACKUP_CHECK_MS)
  const backupTimer = setInterval(backUpIfDue, BACKUP_CHECK_MS)

  Menu.setApplicationMenu(null)
  updateTray()
  await door.start()
  await services.householdOpened()
  show()

  return {
    show: () => {
      show()
    },
    close: async () => {
      clearInterval(idleTimer)
      clearTimeout(firstBackupTimer)
      clearInterval(backupTimer)
      session.signOut()
      kiosk.destroy()
      await listening.close()
      core = null
      door.close()
      tray.destroy()
    },
  }
}

async function recordRefusal(core: Core, refusal: Refusal): Promise<void> {
  await core.audit.append({
    actor: refusal.kind ?? 'unknown window',
    action: 'call.refused',
    detail: { channel: refusal.channel, code: refusal.code },
  })
}
