import type { Locator, Page } from 'playwright'
import { text } from './texts'

export interface HouseholdAnswers {
  readonly household: string
  readonly owner: string
  readonly password: string
}

export interface ChildAnswers {
  readonly name: string
  /** `2023`, as the list shows it. */
  readonly year: string
  /** 1 to 12. */
  readonly month: number
}

/** The pages from nothing to listening, in their order. */
export class FirstRun {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  title(step: 'welcome' | 'household' | 'code' | 'child' | 'consent'): Locator {
    return this.#page.getByRole('heading', { level: 1, name: text(`first-run:${step}.title`) })
  }

  get error(): Locator {
    return this.#page.getByRole('alert')
  }

  async begin(): Promise<void> {
    await this.#press('first-run:welcome.begin')
  }

  async fillHousehold({ household, owner, password }: HouseholdAnswers): Promise<void> {
    await this.#page.getByLabel(text('first-run:household.name')).fill(household)
    await this.#page.getByLabel(text('first-run:household.owner')).fill(owner)
    await this.#page.getByLabel(text('sign-in:password'), { exact: true }).fill(password)
  }

  async createHousehold(): Promise<void> {
    await this.#press('first-run:household.create')
  }

  get printButton(): Locator {
    return this.#page.getByRole('button', { name: text('first-run:code.print') })
  }

  /** The groups of the code as they stand on the page. */
  async codeGroups(): Promise<readonly string[]> {
    const sheet = this.#page.getByRole('group', { name: text('first-run:code.label') })
    await sheet.waitFor()
    return sheet.locator('span').allTextContents()
  }

  async confirmCode(lastGroup: string): Promise<void> {
    await this.#page.getByLabel(text('first-run:code.lastGroup')).fill(lastGroup)
    await this.#press('first-run:code.confirm')
  }

  async addChild({ name, year, month }: ChildAnswers): Promise<void> {
    await this.#page.getByLabel(text('children:form.name')).fill(name)
    await this.#page.getByLabel(text('children:form.month'), { exact: true }).selectOption(String(month))
    await this.#page.getByLabel(text('children:form.year'), { exact: true }).selectOption(year)
    await this.#page.getByRole('radio', { name: text('children:animal.owl') }).click()
    await this.#press('common:next')
  }

  async agree(): Promise<void> {
    await this.#press('first-run:consent.give')
  }

  async #press(key: string): Promise<void> {
    await this.#page.getByRole('button', { name: text(key), exact: true }).click()
  }
}
