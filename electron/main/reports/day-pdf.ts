import type { BrowserWindow } from 'electron'
import { AppError } from '../../../common/result'
import { openWindow } from '../windows/open-window'
import type { WindowRegistry } from '../windows/window-registry'

const PATIENCE_MS = 15_000

/** The day report as a PDF of A4 pages, made by the console's own report page in a window nobody sees. */
export async function renderDayPdf(registry: WindowRegistry, childId: string, localDay: string): Promise<Buffer> {
  const route = `/report/day?${new URLSearchParams({ childId, localDay }).toString()}`
  const window = openWindow(registry, 'console', route, { devTools: false, show: false, width: 794, height: 1123 })
  try {
    await pageIsReady(window)
    return await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true })
  } finally {
    window.destroy()
  }
}

/** The page says so itself once its data and fonts are there. */
async function pageIsReady(window: BrowserWindow): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until) {
    const ready: unknown = await window.webContents.executeJavaScript('document.documentElement.dataset.ready === "true"')
    if (ready === true) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new AppError('internal', 'The report could not be prepared. Nothing was saved; try again.')
}
