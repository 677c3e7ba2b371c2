import type { Locator, Page } from 'playwright'
import { strictAssert } from '../../../common/assert'
import type { Language } from '../../../common/household'
import { text } from './texts'

/** The page of a child's voice. */
export class VoicePage {
  readonly #page: Page
  readonly #name: string

  constructor(page: Page, name: string) {
    this.#page = page
    this.#name = name
  }

  /** From the page of children. */
  get link(): Locator {
    return this.#page.getByRole('link', { name: text('enrolment:linkName', { name: this.#name }), exact: true })
  }

  title(language: Language = 'en'): Locator {
    return this.#page.getByRole('heading', { level: 1, name: text('enrolment:title', { name: this.#name }, language), exact: true })
  }

  /** The page's question, answered in a sentence. */
  get answer(): Locator {
    return this.#page.locator('[data-part="answer"]')
  }

  get agree(): Locator {
    return this.#button('enrolment:consent.give', { adult: 'Ana', name: this.#name })
  }

  get agreed(): Locator {
    return this.#page.locator('[data-part="agreed"]')
  }

  get start(): Locator {
    return this.#button('enrolment:start')
  }

  get startAgain(): Locator {
    return this.#button('enrolment:startAgain')
  }

  get stop(): Locator {
    return this.#button('enrolment:cancel')
  }

  get ring(): Locator {
    return this.#page.getByRole('progressbar')
  }

  get hint(): Locator {
    return this.#page.locator('[data-part="hint"]')
  }

  get enrolled(): Locator {
    return this.#page.locator('[data-part="enrolled"]')
  }

  get erase(): Locator {
    return this.#button('enrolment:erase.button')
  }

  /** The second step of erasing. */
  get confirmErase(): Locator {
    return this.#page.getByRole('dialog').getByRole('button', { name: text('enrolment:erase.confirm'), exact: true })
  }

  get note(): Locator {
    return this.#page.getByRole('main').getByRole('alert')
  }

  async withdraw(): Promise<void> {
    await this.#button('enrolment:consent.read').click()
    const dialog = this.#page.getByRole('dialog')
    await dialog.getByRole('button', { name: text('enrolment:consent.withdraw'), exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
  }

  /** Moves with Tab alone until this has the focus, as somebody without a mouse does, and presses Enter. */
  async pressWithKeys(target: Locator): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) {
        await this.#page.keyboard.press('Enter')
        return
      }
      await this.#page.keyboard.press('Tab')
    }
    strictAssert(false, 'the control was never reached with Tab')
  }

  #button(key: string, values: Readonly<Record<string, string>> = {}): Locator {
    return this.#page.getByRole('button', { name: text(key, values), exact: true })
  }
}
