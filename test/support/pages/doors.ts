import type { Locator, Page } from 'playwright'
import { pattern, text } from './texts'

/** What the pages before the house is open have in common. */
class Door {
  protected readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get error(): Locator {
    return this.page.getByRole('alert')
  }

  /** The countdown after too many wrong tries. */
  get wait(): Locator {
    return this.page.getByRole('timer')
  }

  /** What the countdown says, in seconds; it is short enough in these tests to be told in seconds alone. */
  async secondsLeft(): Promise<number> {
    const words = await this.wait.innerText()
    return Number(/\d+/.exec(words)?.[0])
  }

  protected get passwordField(): Locator {
    return this.page.getByLabel(text('sign-in:password'), { exact: true })
  }
}

/** The file is open, nobody is signed in. */
export class SignIn extends Door {
  get title(): Locator {
    return this.page.getByRole('heading', { level: 1, name: pattern('sign-in:titleOne') })
  }

  get button(): Locator {
    return this.page.getByRole('button', { name: text('sign-in:signIn'), exact: true })
  }

  async signIn(password: string): Promise<void> {
    await this.passwordField.fill(password)
    await this.button.click()
  }
}

/** No keychain opened the file. */
export class VaultLocked extends Door {
  get title(): Locator {
    return this.page.getByRole('heading', { level: 1, name: text('sign-in:locked.title') })
  }

  /** Why the file did not open by itself, in words. */
  reason(keychain: 'unavailable' | 'locked' | 'entry-missing' | 'entry-wrong'): Locator {
    return this.page.getByText(text(`sign-in:locked.keychain.${keychain}`))
  }

  async openWithPassword(password: string): Promise<void> {
    await this.page.getByRole('radio', { name: text('sign-in:locked.way.password') }).click()
    await this.passwordField.fill(password)
    await this.#open()
  }

  async openWithCode(code: string, newPassword: string): Promise<void> {
    await this.page.getByRole('radio', { name: text('sign-in:locked.way.code') }).click()
    await this.page.getByLabel(text('sign-in:locked.code'), { exact: true }).fill(code)
    await this.page.getByLabel(text('sign-in:locked.newPassword')).fill(newPassword)
    await this.#open()
  }

  async #open(): Promise<void> {
    await this.page.getByRole('button', { name: text('sign-in:locked.open'), exact: true }).click()
  }
}

/** The file cannot be opened at all. */
export class Blocked extends Door {
  get title(): Locator {
    return this.page.getByRole('heading', { level: 1, name: text('sign-in:blocked.title') })
  }

  get backups(): Locator {
    return this.page.getByRole('listitem')
  }

  get noBackups(): Locator {
    return this.page.getByText(text('sign-in:blocked.noBackups'))
  }

  get openFolder(): Locator {
    return this.page.getByRole('button', { name: text('sign-in:blocked.openFolder') })
  }
}
