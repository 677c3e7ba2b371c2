import type { Locator, Page } from 'playwright'
import type { LaunchedApp } from '../launch-app'
import { kioskText, text } from './texts'

/** The child's window. */
export class Kiosk {
  readonly page: Page

  private constructor(page: Page) {
    this.page = page
  }

  /** The window that opens while `act` runs. */
  static async openedBy(app: LaunchedApp, act: () => Promise<void>): Promise<Kiosk> {
    const opened = app.electron.waitForEvent('window')
    await act()
    const page = await opened
    await page.waitForURL(/wonder:\/\/app\/kiosk\//)
    await page.getByRole('main').waitFor()
    return new Kiosk(page)
  }

  get door(): Locator {
    return this.page.getByRole('button', { name: kioskText('door.name') })
  }

  nest(mood: 'listening' | 'paused' | 'off' | 'lost'): Locator {
    return this.page.getByRole('button', { name: kioskText(`nest.${mood}`) })
  }

  /** Presses the parents' door with the mouse for as long as given. */
  async press(milliseconds: number): Promise<void> {
    await this.door.hover()
    await this.page.mouse.down()
    await this.page.waitForTimeout(milliseconds)
    await this.page.mouse.up()
  }

  /** Holds a key on the parents' door for as long as given. */
  async holdKey(key: 'Enter' | 'Space', milliseconds: number): Promise<void> {
    await this.door.focus()
    await this.page.keyboard.down(key)
    await this.page.waitForTimeout(milliseconds)
    await this.page.keyboard.up(key)
  }
}

/** The small window at the parents' door. */
export class KioskExit {
  readonly page: Page

  private constructor(page: Page) {
    this.page = page
  }

  /** The window that opens while `act` runs. */
  static async openedBy(app: LaunchedApp, act: () => Promise<void>): Promise<KioskExit> {
    const opened = app.electron.waitForEvent('window')
    await act()
    const page = await opened
    await page.getByRole('heading', { name: text('kiosk-exit:title') }).waitFor()
    return new KioskExit(page)
  }

  get error(): Locator {
    return this.page.getByRole('alert')
  }

  async leave(password: string): Promise<void> {
    await this.page.getByLabel(text('sign-in:password'), { exact: true }).fill(password)
    await this.page.getByRole('button', { name: text('kiosk-exit:leave') }).click()
  }

  async cancel(): Promise<void> {
    await this.page.getByRole('button', { name: text('kiosk-exit:cancel') }).click()
  }
}
