import type { Locator, Page } from 'playwright'
import { text } from './texts'

/** The day's page. */
export class Today {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** What the microphone does, in words. */
  get state(): Locator {
    return this.#page.locator('[data-part="state"]')
  }

  get sentence(): Locator {
    return this.#page.locator('[data-part="sentence"]')
  }

  /** The large number of a metric. */
  number(metric: 'adultWords' | 'childVocalizations' | 'conversationalTurns'): Locator {
    return this.#page
      .getByRole('region', { name: text(`speech:metrics.${metric}`), exact: true })
      .locator('[data-part="value"]')
  }

  get ribbon(): Locator {
    return this.#page.getByRole('slider', { name: text('speech:ribbon.name') })
  }

  /** The stretch of the ribbon that is looked at, in words. */
  get lookedAt(): Locator {
    return this.#page.locator('[data-part="looked-at"]')
  }

  get savePdf(): Locator {
    return this.#page.getByRole('button', { name: text('today:savePdf') })
  }

  get error(): Locator {
    return this.#page.getByRole('alert')
  }

  message(key: string): Locator {
    return this.#page.getByRole('region', { name: /./ }).getByText(text(key), { exact: true })
  }
}
