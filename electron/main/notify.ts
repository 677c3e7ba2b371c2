import { Notification } from 'electron'
import type { Language } from '../../common/household'
import { log } from './log'
import { trayTexts } from './tray-texts'

export type Trouble = 'listener-crashed' | 'microphone-lost' | 'backup-failed'

/** Tells parents of a trouble through the system, so that they hear of it with no window open. */
export function notify(trouble: Trouble, language: Language): void {
  log(trouble)
  if (!Notification.isSupported()) return
  const texts = trayTexts(language)
  const { title, body } = {
    'listener-crashed': { title: texts.troubleTitle, body: texts.listenerCrashed },
    'microphone-lost': { title: texts.troubleTitle, body: texts.microphoneLost },
    'backup-failed': { title: texts.backupFailedTitle, body: texts.backupFailed },
  }[trouble]
  new Notification({ title, body }).show()
}
