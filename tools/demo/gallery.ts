import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'

const SETTLE_MS = 700

/** Takes the demo's pictures, numbered in the order of taking. */
export class Gallery {
  readonly #folder: string
  #count = 0

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true })
    this.#folder = folder
  }

  get count(): number {
    return this.#count
  }

  /** Waits until the page has settled, then takes its picture from top to bottom, as in a window that is tall enough. */
  async take(page: Page, name: string): Promise<void> {
    await page.getByRole('heading', { level: 1 }).or(page.getByRole('main')).first().waitFor()
    await page.waitForTimeout(SETTLE_MS)
    this.#count += 1
    const number = String(this.#count).padStart(2, '0')
    const size = await page.evaluate(() => ({
      width: window.innerWidth,
      height: Math.max(window.innerHeight, document.documentElement.scrollHeight),
    }))
    const devTools = await page.context().newCDPSession(page)
    await devTools.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false })
    await page.screenshot({ path: join(this.#folder, `${number}-${name}.png`) })
    await devTools.send('Emulation.clearDeviceMetricsOverride')
    await devTools.detach()
  }

  /** A page of the console by its route. */
  async takeRoute(page: Page, route: string, name: string): Promise<void> {
    await page.evaluate((hash) => {
      location.hash = hash
    }, route)
    await this.take(page, name)
  }
}
