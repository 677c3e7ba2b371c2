import type { Page } from 'playwright'

const CONTROLS = 'a[href], button, input, select, textarea, summary, [role="slider"], [role="radio"], [tabindex="0"]'

export interface TabWalk {
  /** Controls that Tab never reached. Of a group of radio buttons one is enough: arrows walk the rest. */
  readonly missed: readonly string[]
  /** Controls that were reached without showing it. */
  readonly unmarked: readonly string[]
  /** Controls that were reached while something else lay over them. */
  readonly covered: readonly string[]
  readonly reached: number
}

/** Walks a page with Tab from its beginning to its end, as somebody without a mouse does. */
export async function walkWithTab(page: Page): Promise<TabWalk> {
  const count = await page.evaluate((selector) => {
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled')
    const controls = [...document.querySelectorAll(selector)].filter(shown)
    for (const control of controls) control.setAttribute('data-walk', 'missed')
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    window.getSelection()?.removeAllRanges()
    window.scrollTo(0, 0)
    return controls.length
  }, CONTROLS)
  for (let presses = 0; presses < count + 3; presses += 1) {
    await page.keyboard.press('Tab')
    await page.evaluate(() => {
      const focused = document.activeElement
      if (focused === null || focused === document.body) return
      const { outlineStyle, outlineWidth } = getComputedStyle(focused)
      const { left, top, width, height } = focused.getBoundingClientRect()
      const over = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, innerHeight / 2))
      const marked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      const free = over !== null && (focused.contains(over) || over.contains(focused))
      focused.setAttribute('data-walk', marked ? (free ? 'reached' : 'covered') : 'unmarked')
    })
  }
  return page.evaluate(() => {
    const name = (element: Element) => `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 60)}`
    const of = (state: string) => [...document.querySelectorAll(`[data-walk="${state}"]`)]
    const inReachedGroup = (element: Element) => {
      const group = element.closest('[role="radiogroup"]')
      return group !== null && group.querySelector('[data-walk]:not([data-walk="missed"])') !== null
    }
    const walk = {
      missed: of('missed').filter((element) => !inReachedGroup(element)).map(name),
      unmarked: of('unmarked').map(name),
      covered: of('covered').map(name),
      reached: of('reached').length,
    }
    for (const element of document.querySelectorAll('[data-walk]')) element.removeAttribute('data-walk')
    return walk
  })
}
