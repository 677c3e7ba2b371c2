import type { Locator, Page } from 'playwright'
import { pattern, text } from './texts'

export type PageName = 'today' | 'language' | 'children' | 'settings'
export type MicrophoneWord = 'listening' | 'starting' | 'paused' | 'no-consent' | 'outside-hours' | 'no-child'

/** What stands around every page of a signed-in adult. */
export class Shell {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async go(name: PageName): Promise<void> {
    await this.#page.getByRole('link', { name: text(`shell:nav.${name}`), exact: true }).click()
    await this.title(name).waitFor()
  }

  title(name: PageName): Locator {
    return this.#page.getByRole('heading', { level: 1, name: text(`${name}:title`), exact: true })
  }

  get signedInAs(): Locator {
    return this.#page.getByText(pattern('shell:signedInAs'))
  }

  async signOut(): Promise<void> {
    await this.#page.getByRole('button', { name: text('shell:signOut') }).click()
  }

  /** The nest's button while it says this about the microphone. */
  microphone(word: MicrophoneWord): Locator {
    return this.#page.getByRole('button', {
      name: text('shell:microphone.button', { state: text(`shell:microphone.${word}.short`) }),
      exact: true,
    })
  }

  get nest(): Locator {
    return this.#page.getByRole('button', { name: pattern('shell:microphone.button') })
  }

  async pause(choice: 'pause15' | 'pause60' | 'pauseOpen'): Promise<void> {
    await this.nest.click()
    await this.#page.getByRole('button', { name: text(`shell:microphone.${choice}`) }).click()
  }

  async resume(): Promise<void> {
    await this.nest.click()
    await this.#page.getByRole('button', { name: text('shell:microphone.resume') }).click()
  }

  async handOver(): Promise<void> {
    await this.#page.getByRole('button', { name: text('shell:handOver.button') }).click()
    await this.#page.getByRole('dialog').getByRole('button', { name: text('shell:handOver.confirm') }).click()
  }
}
