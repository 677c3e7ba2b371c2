import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron'
import type { ListeningStatus } from '../../common/speech'
import type { Language } from '../../common/household'
import { appPaths } from './paths'
import { trayTexts } from './tray-texts'

export interface TrayActions {
  readonly show: () => void
  readonly pause: (forMinutes: number | null) => void
  readonly resume: () => void
  readonly quit: () => void
}

type NestIcon = 'nest-open' | 'nest-half' | 'nest-empty'

const ICONS = {
  off: 'nest-empty',
  starting: 'nest-open',
  listening: 'nest-open',
  paused: 'nest-half',
  lost: 'nest-half',
} as const satisfies Record<ListeningStatus['state'], NestIcon>

/** The nest in the system's tray: shows at a glance whether the app listens, and lets anyone pause it. */
export class TrayIcon {
  readonly #tray: Tray
  readonly #actions: TrayActions

  constructor(actions: TrayActions) {
    this.#actions = actions
    this.#tray = new Tray(image('nest-empty'))
    this.#tray.on('click', actions.show)
  }

  /** `mayResume`: only a signed-in adult ends a pause before its time. */
  update(status: ListeningStatus, language: Language, options: { mayResume: boolean; kioskOpen: boolean }): void {
    const texts = trayTexts(language)
    const state = texts.state(status)
    this.#tray.setImage(image(ICONS[status.state]))
    this.#tray.setToolTip(`WonderNest — ${state}`)
    const isActive = status.state === 'listening' || status.state === 'starting' || status.state === 'lost'
    const pauses: MenuItemConstructorOptions[] = [
      { label: texts.pauseMinutes, click: () => { this.#actions.pause(15) } },
      { label: texts.pauseHour, click: () => { this.#actions.pause(60) } },
      { label: texts.pauseOpen, click: () => { this.#actions.pause(null) } },
    ]
    const resume: MenuItemConstructorOptions[] = [
      { label: texts.resume, enabled: options.mayResume, click: this.#actions.resume },
    ]
    const rest: MenuItemConstructorOptions[] = options.kioskOpen
      ? []
      : [
          { type: 'separator' },
          { label: texts.open, click: this.#actions.show },
          { label: texts.quit, click: this.#actions.quit },
        ]
    this.#tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: state, enabled: false },
        ...(isActive ? pauses : []),
        ...(status.state === 'paused' ? resume : []),
        ...rest,
      ]),
    )
  }

  destroy(): void {
    this.#tray.destroy()
  }
}

function image(name: NestIcon): Electron.NativeImage {
  return nativeImage.createFromPath(appPaths.icon(`${name}.png`))
}
